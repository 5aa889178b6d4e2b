import Foundation
import Program

#if canImport(Glibc)
    import Glibc
#endif

/// Takes out of a picture everything that is not the picture: where it was taken, with what, a smaller one inside, a comment.
///
/// Debian's `jpegtran` reads the whole file and writes another from its coefficients; it runs in a process of its own, which
/// may use little memory and time, so that a picture made to harm whoever unpacks it harms nothing here.
enum PhotoCleaning {
    /// The machine cannot clean pictures; none is taken then.
    struct NoProgram: Error {}

    private static let limits = ["--as=134217728", "--cpu=5", "--fsize=131072", "--core=0"]
    /// Any damage is a refusal, and few passes over the picture are enough for every real one.
    private static let program = ["/usr/bin/jpegtran", "-strict", "-maxscans", "20", "-copy", "none", "-optimize"]
    /// What prlimit(1) ends with where it cannot start the program.
    private static let notStarted: Int32 = 126

    /// The same picture and nothing else; nothing where it is no whole JPEG.
    static func cleaned(_ photo: CardPhoto) async throws -> CardPhoto? {
        let input = try memory()
        let output = try memory()
        try input.write(contentsOf: Data(photo.jpeg))
        try input.seek(toOffset: 0)
        let status = try await run(from: input, to: output)
        guard status != notStarted, status != notStarted + 1 else { throw NoProgram() }
        guard status == 0 else { return nil }
        try output.seek(toOffset: 0)
        let cleaned = CardPhoto(jpeg: [UInt8](try output.readToEnd() ?? Data()))
        return JPEGSize(of: cleaned.jpeg) == nil ? nil : cleaned
    }

    /// Waits for the program without holding a thread; gives its status, or the signal that ended it.
    private static func run(from input: FileHandle, to output: FileHandle) async throws -> Int32 {
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Int32, any Error>) in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/prlimit")
            process.arguments = limits + program
            process.environment = [:]
            process.standardInput = input
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            process.terminationHandler = { process in
                let isOwnEnd = process.terminationReason == .exit
                ended.resume(returning: isOwnEnd ? process.terminationStatus : 1)
            }
            do { try process.run() } catch { ended.resume(throwing: NoProgram()) }
        }
    }

    /// A file that is in memory alone and has no name: nothing of a picture as it was sent comes to a disk.
    private static func memory() throws -> FileHandle {
        let name = "/peersupport-\(UUID().uuidString)"
        let descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw NoProgram() }
        shm_unlink(name)
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
