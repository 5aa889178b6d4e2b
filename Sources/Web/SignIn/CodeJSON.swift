import HTTPTypes
import Operations
import Program
import Sealing

enum CodeInterfaceAddresses {
    static let enrolments = Address<PathID>("api/v1/agencies/{agency}/enrolments")
    static let recoveries = Address<PathID>("api/v1/agencies/{agency}/recoveries")
}

extension Routes {
    static let codeInterface: [Route] = [
        .openAPI(.post, CodeInterfaceAddresses.enrolments, CodeEndpoints.enrol) { visit, agency, body in
            try await visit.programmes.enrol(
                agency: agency, login: body.text("login"), code: body.text("code"),
                passphrase: body.text("passphrase")
            ).map(CodeEndpoints.answer)
        },
        .openAPI(.post, CodeInterfaceAddresses.recoveries, CodeEndpoints.recover) { visit, agency, body in
            try await visit.programmes.recover(
                agency: agency, login: body.text("login"), code: body.text("code"),
                passphrase: body.text("passphrase")
            ).map(CodeEndpoints.answer)
        },
    ]
}

enum CodeEndpoints {
    static let enrol = Endpoint(
        "enrol", "Choose the first passphrase of an account with its enrolment code.", body: { _ in asked },
        success: .created("Enrolled.", told), others: [.busy])

    static let recover = Endpoint(
        "recover", "Set a new passphrase with the recovery code. Every session of the account ends.",
        body: { _ in asked }, success: .created("Recovered.", told), others: [.busy])

    static func answer(_ enrolled: Enrolled) -> Answer {
        .json(["recoveryCode": .string(enrolled.recoveryCode.text)], status: .created)
    }

    private static let asked = Schema.object([
        Schema.Property("login", .string(maxLength: 200)), Schema.Property("code", .string(maxLength: 200)),
        Schema.Property("passphrase", .passphrase, about: "The new passphrase."),
    ])

    private static let told = Schema.object([
        Schema.Property("recoveryCode", .words, about: "The new recovery code. It is shown this once.")
    ])
}
