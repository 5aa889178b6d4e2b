import Program

extension Transaction {
    /// The areas that the directory names for people who are with the agency, in order.
    package func areas(agency: String) throws -> [String] {
        try rows(
            """
            SELECT DISTINCT area FROM person WHERE agency = \(agency) AND area IS NOT NULL AND ended_on IS NULL
            """
        ).map { try $0.text("area") }.sorted()
    }

    /// The units whose people the directory puts into those areas, with how many they are, in order.
    package func units(agency: String, areas: [String]) throws -> [(name: String, people: Int)] {
        try rows(
            """
            SELECT unit, count(*) AS people FROM person
            WHERE agency = \(agency) AND area IN (\(list: areas)) AND ended_on IS NULL GROUP BY unit
            """
        ).map { (name: try $0.text("unit"), people: try $0.int("people")) }.sorted { $0.name < $1.name }
    }

    /// The accounts of people in those areas. An outside professional's is in none.
    package func accounts(agency: String, areas: [String]) throws -> Set<String> {
        Set(
            try rows(
                """
                SELECT account.id FROM person JOIN account
                    ON account.agency = person.agency AND account.person = person.id
                WHERE person.agency = \(agency) AND person.area IN (\(list: areas)) AND person.ended_on IS NULL
                """
            ).map { try $0.text("id") })
    }
}
