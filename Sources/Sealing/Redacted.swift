/// A value that must never reach a log, an error message or a debugger's print-out in words.
///
/// Whatever prints, dumps or reflects on it sees only that something was withheld.
package protocol Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Redacted {
    package var description: String { "<redacted>" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
