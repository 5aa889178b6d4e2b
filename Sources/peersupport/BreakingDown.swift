#if canImport(Glibc)
    import Glibc
#endif

/// Lets this process, should it break down, leave nothing of its memory, where keys lie while somebody is at work.
///
/// No core file: the limit is one byte, at which the kernel neither writes a file nor hands anything to a program that receives
/// dumps, which a limit of nothing would not keep from it (core(5)). A limit of nothing set by the operator cannot be raised
/// and stays. And no report by Swift's runtime in the log: it shows what registers point at.
func leaveNoMemoryBehind() {
    let core = __rlimit_resource_t(RLIMIT_CORE.rawValue)
    var limit = rlimit()
    if getrlimit(core, &limit) == 0 {
        let most = min(limit.rlim_max, 1)
        limit = rlimit(rlim_cur: most, rlim_max: most)
        _ = setrlimit(core, &limit)
    }
    for fatal in [SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP] { _ = signal(fatal, SIG_DFL) }
}

/// A file that may not grow any more is a full disk, told by the engine, and no end of the server.
func outliveFullFiles() { _ = signal(SIGXFSZ, SIG_IGN) }
