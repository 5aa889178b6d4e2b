// A server whose clock a test sets waits as long as it says all the same. libfaketime shifts every point in time at which a timer is to
// go off, also by the clock that tells how long the machine has run, which it leaves alone otherwise: with the date ahead each timer of
// the server goes off at once, is not due and is set again, and a core is busy with nothing else. Loaded before it, this asks the kernel.

#define _GNU_SOURCE
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

int timerfd_settime(int timer, int flags, const struct itimerspec *to, struct itimerspec *before) {
    return syscall(SYS_timerfd_settime, timer, flags, to, before);
}

int timerfd_gettime(int timer, struct itimerspec *left) {
    return syscall(SYS_timerfd_gettime, timer, left);
}
