extension PackNode {
    /// From packs that state no format, which were written in several ways.
    func toFormat2() -> PackNode {
        // Who is told in an exception could not be a designee before the rule said so: nobody else is told.
        changing(["confidentiality", "exceptions", "[]", "recipients", "[]"]) {
            $0.adding("designee-allowed", PackNode("false", .truth, beside: $0.mark))
        }
        // Topics were tracked and barred nobody.
        .changing(["training", "topics", "[]"]) {
            $0.adding("strength", PackNode("recommended", .text, beside: $0.mark))
        }
        // An after-action input that nobody was named to write could not be written.
        .changing(["incidents", "large-scale"]) { rule in
            rule["after-action"]?["drafted-by"] == nil ? rule.without("after-action") : rule
        }
    }
}
