#if canImport(Glibc)
    import Glibc
#endif

/// Lets this process have as many files and connections open as the system allows it, and tells how many that are. Most systems
/// begin with 1,024 for the sake of old programs.
func raiseDescriptors() -> Int {
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    guard getrlimit(files, &limit) == 0 else { return 1024 }
    var raised = rlimit(rlim_cur: limit.rlim_max, rlim_max: limit.rlim_max)
    let now = setrlimit(files, &raised) == 0 ? raised.rlim_cur : limit.rlim_cur
    return Int(clamping: now)
}
