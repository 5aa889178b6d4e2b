extension SelfCheck {
    static let drinking = SelfCheck(
        id: "audit-c", name: "AUDIT-C", title: "Alcohol",
        stem: [],
        questions: [
            Question(
                "How often do you have a drink containing alcohol?",
                [
                    Answer("Never", 0, ends: true), Answer("Monthly or less", 1), Answer("2 to 4 times a month", 2),
                    Answer("2 to 3 times a week", 3), Answer("4 or more times a week", 4),
                ]),
            Question(
                "How many drinks containing alcohol do you have on a typical day when you are drinking?",
                [
                    Answer("1 or 2", 0), Answer("3 or 4", 1), Answer("5 or 6", 2), Answer("7, 8, or 9", 3),
                    Answer("10 or more", 4),
                ]),
            Question(
                "How often do you have six or more drinks on one occasion?",
                [
                    Answer("Never", 0), Answer("Less than monthly", 1), Answer("Monthly", 2), Answer("Weekly", 3),
                    Answer("Daily or almost daily", 4),
                ]),
        ],
        scales: [
            Scale(
                "Points",
                [
                    Band(
                        0...2, "Below the published points", "Your drinking is in the range in which few come to harm."),
                    Band(
                        3...3, "At the point for women",
                        "For women this is where drinking begins to do harm; for men it is just below. A calm look is worth it."
                    ),
                    Band(
                        4...12, "At or above the point for women and men",
                        """
                        Your drinking may do you harm. Speak with a doctor about it. If you shake or sweat when you do not drink, do not \
                        stop at once by yourself.
                        """),
                ])
        ],
        credit: """
            The three questions on consumption of the Alcohol Use Disorders Identification Test of the World Health Organization \
            (Babor, Higgins-Biddle, Saunders and Monteiro 2001), free to use where nothing is earned by it; points by Bush and others \
            (1998) and Bradley and others (2003).
            """)

    private static let times = ["Never", "Rarely", "Sometimes", "Often", "Very often"]

    private static func asked(_ text: String, _ scale: String) -> Question {
        Question(text, scale: scale, times.enumerated().map { Answer($0.element, $0.offset + 1) })
    }

    /// A question whose points go the other way.
    private static func turned(_ text: String, _ scale: String) -> Question {
        Question(text, scale: scale, times.enumerated().map { Answer($0.element, 5 - $0.offset) })
    }

    static let helping = SelfCheck(
        id: "proqol-5", name: "ProQOL 5", title: "What helping does to you",
        stem: [
            """
            When you help people you have direct contact with their lives. As you may have found, your compassion for those you help can \
            affect you in positive and negative ways. Below are some questions about your experiences, both positive and negative, as a \
            helper. Consider each of the following questions about you and your current work situation. Select the number that honestly \
            reflects how frequently you experienced these things in the last 30 days.
            """
        ],
        questions: [
            turned("I am happy.", "burnout"),
            asked("I am preoccupied with more than one person I help.", "stress"),
            asked("I get satisfaction from being able to help people.", "satisfaction"),
            turned("I feel connected to others.", "burnout"),
            asked("I jump or am startled by unexpected sounds.", "stress"),
            asked("I feel invigorated after working with those I help.", "satisfaction"),
            asked("I find it difficult to separate my personal life from my life as a helper.", "stress"),
            asked(
                """
                I am not as productive at work because I am losing sleep over traumatic experiences of a person I help.
                """, "burnout"),
            asked("I think that I might have been affected by the traumatic stress of those I help.", "stress"),
            asked("I feel trapped by my job as a helper.", "burnout"),
            asked("Because of my helping, I have felt \"on edge\" about various things.", "stress"),
            asked("I like my work as a helper.", "satisfaction"),
            asked("I feel depressed because of the traumatic experiences of the people I help.", "stress"),
            asked("I feel as though I am experiencing the trauma of someone I have helped.", "stress"),
            turned("I have beliefs that sustain me.", "burnout"),
            asked("I am pleased with how I am able to keep up with helping techniques and protocols.", "satisfaction"),
            turned("I am the person I always wanted to be.", "burnout"),
            asked("My work makes me feel satisfied.", "satisfaction"),
            asked("I feel worn out because of my work as a helper.", "burnout"),
            asked("I have happy thoughts and feelings about those I help and how I could help them.", "satisfaction"),
            asked("I feel overwhelmed because my case [work] load seems endless.", "burnout"),
            asked("I believe I can make a difference through my work.", "satisfaction"),
            asked(
                """
                I avoid certain activities or situations because they remind me of frightening experiences of the people I help.
                """, "stress"),
            asked("I am proud of what I can do to help.", "satisfaction"),
            asked("As a result of my helping, I have intrusive, frightening thoughts.", "stress"),
            asked("I feel \"bogged down\" by the system.", "burnout"),
            asked("I have thoughts that I am a \"success\" as a helper.", "satisfaction"),
            asked("I can't recall important parts of my work with trauma victims.", "stress"),
            turned("I am a very caring person.", "burnout"),
            asked("I am happy that I chose to do this work.", "satisfaction"),
        ],
        scales: [
            Scale(
                "Compassion satisfaction", id: "satisfaction",
                [
                    Band(
                        10...22, "Low", "The work gives you little just now. Ask what it once gave, and speak about it."
                    ),
                    Band(23...41, "Moderate", "The work gives you something, as it does for most."),
                    Band(42...50, "High", "The work gives you much."),
                ]),
            Scale(
                "Burnout", id: "burnout",
                [
                    Band(10...22, "Low", "The work leaves you your strength."),
                    Band(
                        23...41, "Moderate",
                        "The work takes something, as it does for most. Look at what gives you rest."),
                    Band(
                        42...50, "High",
                        "The work takes more than it should. Speak with somebody soon, and let others carry some of it."
                    ),
                ]),
            Scale(
                "Secondary traumatic stress", id: "stress",
                [
                    Band(10...22, "Low", "What others went through stays with them."),
                    Band(23...41, "Moderate", "Some of what others went through stays with you, as it does with most."),
                    Band(
                        42...50, "High",
                        "Much of what others went through stays with you. Please speak with a doctor or a counsellor."),
                ]),
        ],
        credit: """
            © B. Hudnall Stamm, 2009-2012. Professional Quality of Life: Compassion Satisfaction and Fatigue Version 5 (ProQOL). \
            www.proqol.org. This test may be freely copied as long as (a) author is credited, (b) no changes are made, and (c) it is not \
            sold. The words in brackets are set to “help” and “helper”, as the author allows.
            """)
}
