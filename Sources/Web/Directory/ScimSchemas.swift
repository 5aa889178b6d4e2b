import Program

/// What the interface for directories says of itself (RFC 7643, 5 to 8). What a directory has to tell depends on what the agency has said
/// holds otherwise.
enum ScimSchemas {
    static func all(beside defaults: DirectoryDefaults, at base: String) -> [JSON] {
        [
            schema(
                ScimAttribute.user, "User", "A person of the agency.",
                [
                    text("userName", "How the directory calls them.", required: true, unique: true),
                    text("externalId", "The directory's own id.", required: false, exact: true),
                    named(defaults),
                    simple("active", "boolean", "Whether they are with the agency.", required: false),
                ] + attributes(of: ScimAttribute.user, defaults).filter { $0["name"] != "name" }, at: base),
            schema(
                ScimAttribute.enterprise, "EnterpriseUser", "Where they work.",
                attributes(of: ScimAttribute.enterprise, defaults) + [manager], at: base),
            schema(
                ScimAttribute.programme, "ProgrammeUser", "What the programme needs to know besides.",
                attributes(of: ScimAttribute.programme, defaults), at: base),
        ]
    }

    static func resourceType(at base: String) -> JSON {
        [
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"], "id": "User", "name": "User",
            "description": "People of the agency", "endpoint": "/Users", "schema": .string(ScimAttribute.user),
            "schemaExtensions": .array(
                [ScimAttribute.enterprise, ScimAttribute.programme].map { id -> JSON in
                    ["schema": .string(id), "required": .boolean(true)]
                }),
            "meta": ["resourceType": "ResourceType", "location": .string("\(base)/ResourceTypes/User")],
        ]
    }

    static func configuration(at base: String) -> JSON {
        let no: JSON = ["supported": .boolean(false)]
        return [
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
            "patch": ["supported": .boolean(true)],
            "bulk": ["supported": .boolean(false), "maxOperations": 0, "maxPayloadSize": 0],
            "filter": ["supported": .boolean(true), "maxResults": .integer(ScimQuery.mostAtOnce)],
            "changePassword": no, "sort": no, "etag": no,
            "authenticationSchemes": [
                [
                    "type": "oauthbearertoken", "name": "Token",
                    "description": "A token that whoever manages people makes on the page of the directory",
                ]
            ],
            "meta": ["resourceType": "ServiceProviderConfig", "location": .string("\(base)/ServiceProviderConfig")],
        ]
    }

    static func list(_ items: [JSON], total: Int, from first: Int = 1) -> JSON {
        [
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "totalResults": .integer(total),
            "startIndex": .integer(first), "itemsPerPage": .integer(items.count), "Resources": .array(items),
        ]
    }

    private static func schema(
        _ id: String, _ name: String, _ about: String, _ attributes: [JSON], at base: String
    ) -> JSON {
        [
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "id": .string(id), "name": .string(name),
            "description": .string(about), "attributes": .array(attributes),
            "meta": ["resourceType": "Schema", "location": .string("\(base)/Schemas/\(id)")],
        ]
    }

    private static func attributes(of schema: String, _ defaults: DirectoryDefaults) -> [JSON] {
        ScimAttribute.all.filter { $0.schema == schema && !$0.name.contains(".") }.map { attribute in
            let required = attribute.isRequired(beside: defaults)
            switch attribute.kind {
            case .text:
                return text(
                    attribute.name, attribute.about, required: required,
                    unique: attribute.column == .employeeNumber, exact: true)
            case .flag: return simple(attribute.name, "boolean", attribute.about, required: required)
            case .choice(let words):
                return text(attribute.name, attribute.about, required: required, exact: true)
                    .with("canonicalValues", .array(words.map { .string($0) }))
            case .firstOf:
                return simple(attribute.name, "complex", attribute.about, required: required)
                    .with("multiValued", .boolean(true))
                    .with("subAttributes", [text("value", attribute.about, required: false)])
            }
        }
    }

    private static func named(_ defaults: DirectoryDefaults) -> JSON {
        let parts = ScimAttribute.all.filter { $0.name.hasPrefix("name.") }.map { attribute in
            text(
                String(attribute.name.dropFirst("name.".count)), attribute.about,
                required: attribute.isRequired(beside: defaults), exact: true)
        }
        return simple("name", "complex", "Their name.", required: true).with("subAttributes", .array(parts))
    }

    private static let manager = simple("manager", "complex", "Their immediate supervisor.", required: false)
        .with(
            "subAttributes",
            [
                text("value", "The supervisor's id here.", required: false, exact: true),
                simple("$ref", "reference", "The supervisor's address here.", required: false)
                    .with("referenceTypes", ["User"]),
            ])

    private static func text(
        _ name: String, _ about: String, required: Bool, unique: Bool = false, exact: Bool = false
    ) -> JSON {
        simple(name, "string", about, required: required)
            .with("caseExact", .boolean(exact)).with("uniqueness", unique ? "server" : "none")
    }

    private static func simple(_ name: String, _ type: String, _ about: String, required: Bool) -> JSON {
        [
            "name": .string(name), "type": .string(type), "description": .string(about),
            "multiValued": .boolean(false), "required": .boolean(required), "mutability": "readWrite",
            "returned": "default",
        ]
    }
}

extension JSON {
    /// The same object with that member.
    fileprivate func with(_ name: String, _ value: JSON) -> JSON {
        var members = object ?? [:]
        members[name] = value
        return .object(members)
    }
}
