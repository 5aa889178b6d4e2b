import HTML

/// What was just done, said at the top of the page that follows.
func justDone(_ title: String, _ words: HTML? = nil) -> HTML { callout(title, tone: .good, announced: true, words) }
