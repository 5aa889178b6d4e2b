enum OpenAPIAddresses {
    static let document = Address<PathID>("agencies/{agency}/openapi.json")
}

extension Routes {
    static let openAPIInterface: [Route] = [
        .api(
            .get, OpenAPIAddresses.document, for: .everyone,
            Endpoint(
                id: "readOpenAPI", summary: "This document: every operation, as the agency's policy shapes it.",
                success: .ok("An OpenAPI 3.1 document.") { _ in .anyObject }, mayRefuse: false)
        ) { visit, _, _ in
            .success(.json(OpenAPI(agency: visit.agency, routes: Routes.all).document))
        }
    ]
}
