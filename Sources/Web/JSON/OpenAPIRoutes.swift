enum OpenAPIAddresses {
    static let document = Address<PathID>("api/v1/agencies/{agency}/openapi.json")
}

extension Routes {
    static let openAPIInterface: [Route] = [
        .openAPI(
            .get, OpenAPIAddresses.document,
            Endpoint(
                "readOpenAPI", "This document: every operation, as the agency's policy shapes it.",
                success: .ok("An OpenAPI 3.1 document.") { _ in .anyObject }, mayRefuse: false)
        ) { _, agency, _ in
            .success(.json(OpenAPI(agency: agency, routes: Routes.all).document))
        }
    ]
}
