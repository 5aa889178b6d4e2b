// Instruments that anybody may use. Sources, permissions and bands: docs/decisions/library-and-self-checks.md. Where the published bands
// say how ill somebody is, what stands beside them here is no diagnosis, and says so.
extension SelfCheck {
    private static let often: [Answer] = [
        Answer("Not at all", 0), Answer("Several days", 1), Answer("More than half the days", 2),
        Answer("Nearly every day", 3),
    ]

    private static let noPermission = """
        Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. \
        No permission required to reproduce, translate, display or distribute.
        """

    private static let few = "Few signs of it in these two weeks."
    private static let some = "Some signs of it. Speak with somebody you trust, and look again in two weeks."
    private static let talk = "It is worth speaking with a doctor or a counsellor."
    private static let soon = "Please speak with a doctor or a counsellor within days."
    private static let today =
        "Please speak with somebody today. It can be helped, and you need not wait until it is worse."

    static let mood = SelfCheck(
        id: "phq-9", name: "PHQ-9", title: "Low mood",
        stem: ["Over the last 2 weeks, how often have you been bothered by any of the following problems?"],
        questions: [
            Question("Little interest or pleasure in doing things", often),
            Question("Feeling down, depressed, or hopeless", often),
            Question("Trouble falling or staying asleep, or sleeping too much", often),
            Question("Feeling tired or having little energy", often),
            Question("Poor appetite or overeating", often),
            Question(
                "Feeling bad about yourself — or that you are a failure or have let yourself or your family down", often
            ),
            Question("Trouble concentrating on things, such as reading the newspaper or watching television", often),
            Question(
                """
                Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that \
                you have been moving around a lot more than usual
                """, often),
            Question(
                "Thoughts that you would be better off dead or of hurting yourself in some way", often, isUrgent: true),
        ],
        scales: [
            Scale(
                "Points",
                [
                    Band(0...4, "Minimal", few), Band(5...9, "Mild", some), Band(10...14, "Moderate", talk),
                    Band(15...19, "Moderately severe", soon), Band(20...27, "Severe", today),
                ])
        ],
        credit: "Patient Health Questionnaire (PHQ-9). \(noPermission)")

    static let worry = SelfCheck(
        id: "gad-7", name: "GAD-7", title: "Worry and unrest",
        stem: ["Over the last 2 weeks, how often have you been bothered by the following problems?"],
        questions: [
            Question("Feeling nervous, anxious or on edge", often),
            Question("Not being able to stop or control worrying", often),
            Question("Worrying too much about different things", often),
            Question("Trouble relaxing", often),
            Question("Being so restless that it is hard to sit still", often),
            Question("Becoming easily annoyed or irritable", often),
            Question("Feeling afraid as if something awful might happen", often),
        ],
        scales: [
            Scale(
                "Points",
                [
                    Band(0...4, "Minimal", few), Band(5...9, "Mild", some), Band(10...14, "Moderate", talk),
                    Band(15...21, "Severe", soon),
                ])
        ],
        credit: "Generalized Anxiety Disorder 7-item scale (GAD-7). \(noPermission)")

    private static let yesOrNo: [Answer] = [Answer("Yes", 1), Answer("No", 0)]

    static let hardEvent = SelfCheck(
        id: "pc-ptsd-5", name: "PC-PTSD-5", title: "After something hard",
        stem: [
            """
            Sometimes things happen to people that are unusually or especially frightening, horrible, or traumatic. For example: a \
            serious accident or fire; a physical or sexual assault or abuse; an earthquake or flood; a war; seeing someone be killed or \
            seriously injured; having a loved one die through homicide or suicide.
            """
        ],
        questions: [
            Question(
                "Have you ever experienced this kind of event?", scale: nil,
                [Answer("Yes", 0), Answer("No", 0, ends: true)]),
            Question(
                """
                In the past month, have you had nightmares about the event(s) or thought about the event(s) when you did not want to?
                """, yesOrNo),
            Question(
                """
                In the past month, have you tried hard not to think about the event(s) or went out of your way to avoid situations that \
                reminded you of the event(s)?
                """, yesOrNo),
            Question("In the past month, have you been constantly on guard, watchful, or easily startled?", yesOrNo),
            Question(
                "In the past month, have you felt numb or detached from people, activities, or your surroundings?",
                yesOrNo),
            Question(
                """
                In the past month, have you felt guilty or unable to stop blaming yourself or others for the event(s) or any problems the \
                event(s) may have caused?
                """, yesOrNo),
        ],
        scales: [
            Scale(
                "Points",
                [
                    Band(
                        0...2, "Below the point at which more is asked", "What happened seems to leave you some room."),
                    Band(
                        3...3, "At the lower of two published points",
                        "It is worth speaking with somebody who knows about such things. For women this point is the one to go by."
                    ),
                    Band(
                        4...5, "At or above the point at which more is asked",
                        "Please speak with a doctor or a counsellor. There are treatments that help most people."),
                ])
        ],
        credit: """
            Primary Care PTSD Screen for DSM-5 (PC-PTSD-5): Prins, Bovin, Kimerling, Kaloupek, Marx, Pless Kaiser and Schnurr (2015), \
            National Center for PTSD. In the public domain. “In the past month, have you” is repeated here before each question.
            """)
}
