/// Codes to be printed or written down once, in groups that are easy to copy by hand.
package func recoveryCodes(_ label: String, _ codes: [String]) -> HTML {
    """
    <ol class="codes" aria-label="\(label)">\(codes.map { "<li><code>\($0)</code></li>" as HTML })</ol>
    """
}

/// One secret to be typed elsewhere, such as the key of an authenticator.
package func codeLine(_ label: String, _ code: String) -> HTML {
    "<p class=\"code-line\"><span class=\"code-label\">\(label)</span> <code>\(code)</code></p>"
}
