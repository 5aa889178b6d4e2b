import Foundation
import Operations
import Store

/// What a server needs of its machine: rights, room, time, limits and the programs that it calls.
struct MachineCheckUp {
    private let installation: InstallationOptions

    init(_ installation: InstallationOptions) { self.installation = installation }

    func findings() -> [DoctorFinding] { rights + disk + clock + limits + programs }

    /// Files and folders that are nobody else's business, with the most that their modes may be.
    private var rights: [DoctorFinding] {
        let (folder, keys) = (installation.folder, installation.keys)
        var wanted: [(path: String, mode: Int)] = [(path: folder.path, mode: 0o700), (path: keys.path, mode: 0o700)]
        if case .sqlite(path: let file)? = try? installation.address {
            wanted += ["", "-wal", "-shm"].map { (path: file + $0, mode: 0o600) }
        }
        wanted += ((try? FileManager.default.contentsOfDirectory(atPath: keys.path)) ?? []).map {
            (path: keys.appendingPathComponent($0).path, mode: 0o600)
        }
        wanted.append((path: "/etc/peersupport.env", mode: 0o600))
        let open = wanted.filter { path, mode in Self.mode(of: path).map { $0 & ~mode & 0o077 != 0 } ?? false }
        let found = open.map { path, mode in
            DoctorFinding.unwell(.rights, "others can read \(path)", "chmod \(String(mode, radix: 8)) \(path)")
        }
        let shut = [folder.path, keys.path].filter {
            FileManager.default.fileExists(atPath: $0) && !FileManager.default.isWritableFile(atPath: $0)
        }.map {
            DoctorFinding.unwell(
                .rights, "\($0) cannot be written to",
                "Run this as the server's user; make the folder that user's own (chown).")
        }
        return found + shut + (found.isEmpty && shut.isEmpty ? [.well(.rights, "files are their owner's alone")] : [])
    }

    private static func mode(of path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
    }

    private var disk: [DoctorFinding] {
        let path = installation.folder.path
        guard let facts = try? FileManager.default.attributesOfFileSystem(forPath: path),
            let free = (facts[.systemFreeSize] as? NSNumber)?.int64Value
        else { return [.unwell(.disk, "the disk of \(path) cannot be looked at", "Is it mounted?")] }
        let megabytes = free >> 20
        let what = "\(megabytes) MB are free where \(path) is"
        return switch megabytes {
        case ..<200: [.unwell(.disk, what, "Make room, or nothing that people write can be kept.")]
        case ..<1024: [.look(.disk, what, "Make room before it runs out.")]
        default: [.well(.disk, what)]
        }
    }

    /// Whether the machine's clock is set by others, where systemd knows.
    private var clock: [DoctorFinding] {
        guard FileManager.default.fileExists(atPath: "/run/systemd/system"),
            let answer = Self.output(of: "/usr/bin/timedatectl", ["show", "--property=NTPSynchronized", "--value"])
        else { return [] }
        return answer == "yes"
            ? [.well(.clock, "the clock is set by the network")]
            : [
                .look(
                    .clock, "nobody sets this machine's clock",
                    "Install and start a time service (systemd-timesyncd, chrony), and see timedatectl.")
            ]
    }

    /// What a program of the system prints; nothing where it is not there or fails.
    private static func output(of program: String, _ arguments: [String]) -> String? {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let bytes = try? pipe.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return String(decoding: bytes ?? Data(), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private var limits: [DoctorFinding] {
        let descriptors = raiseDescriptors()
        let what = "\(descriptors) descriptors"
        return descriptors < 4096
            ? [
                .look(
                    .limits, what,
                    "Each caller needs one. Give the server more: LimitNOFILE= in deploy/systemd/peersupport.service.")
            ] : [.well(.limits, what)]
    }

    private var programs: [DoctorFinding] { pictures + [solver] }

    private var solver: DoctorFinding {
        GlpsolSolver().isInstalled
            ? .well(.programs, "the program that proves figures is there")
            : .unwell(
                .programs, "glpsol is missing: no figures can be published", "apt-get install glpk-utils")
    }

    private var pictures: [DoctorFinding] {
        let missing = [("/usr/bin/jpegtran", "libjpeg-turbo-progs"), ("/usr/bin/prlimit", "util-linux")].filter {
            !FileManager.default.isExecutableFile(atPath: $0.0)
        }
        return missing.isEmpty
            ? [.well(.programs, "the programs that clean pictures are there")]
            : missing.map { path, package in
                .unwell(.programs, "\(path) is missing: every picture is refused", "apt-get install \(package)")
            }
    }
}
