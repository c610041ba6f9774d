#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

int linux_rename_without_replacing(int from_folder, const char *from, int to_folder, const char *to) {
  return renameat2(from_folder, from, to_folder, to, RENAME_NOREPLACE) == 0 ? 0 : errno;
}

int64_t linux_file_system_type(int descriptor) {
  struct statfs facts;
  return fstatfs(descriptor, &facts) == 0 ? (int64_t)(uint32_t)facts.f_type : 0;
}

void linux_begin_writing_out(int descriptor, int64_t from, int64_t count) {
  sync_file_range(descriptor, from, count, SYNC_FILE_RANGE_WRITE);
}

int64_t linux_free_bytes(int descriptor) {
  struct statvfs facts;
  if (fstatvfs(descriptor, &facts) != 0) return -1;
  return (int64_t)facts.f_bavail * (int64_t)facts.f_frsize;
}

int linux_nobody_writes(int descriptor) {
  /* Were the lease broken while we hold it, the default signal would end the process. */
  fcntl(descriptor, F_SETSIG, SIGURG);
  if (fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0) {
    fcntl(descriptor, F_SETLEASE, F_UNLCK);
    return 1;
  }
  return errno == EAGAIN ? 0 : -1;
}

int linux_lock(int descriptor) {
  return flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
}

int linux_new_wake(void) {
  int descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  return descriptor >= 0 ? descriptor : -errno;
}

int linux_new_watch(void) {
  int descriptor = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  return descriptor >= 0 ? descriptor : -errno;
}

int linux_watch_folder(int watch, const char *path) {
  int number = inotify_add_watch(watch, path,
                                 IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MODIFY | IN_ATTRIB |
                                     IN_DELETE | IN_MOVED_FROM | IN_MOVE_SELF | IN_DELETE_SELF |
                                     IN_ONLYDIR);
  return number >= 0 ? number : -errno;
}

int linux_event_kind(uint32_t mask) {
  int kind = 0;
  if (mask & IN_Q_OVERFLOW) kind |= linux_event_overflow;
  if (mask & (IN_MOVE_SELF | IN_DELETE_SELF | IN_UNMOUNT | IN_IGNORED))
    kind |= linux_event_folder_gone;
  if (mask & IN_ISDIR) kind |= linux_event_subfolder;
  if (mask & (IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MODIFY | IN_ATTRIB | IN_DELETE |
              IN_MOVED_FROM))
    kind |= linux_event_entry;
  return kind;
}

static void limit(int resource, uint64_t amount) {
  if (amount == 0) return;
  struct rlimit both = {.rlim_cur = amount, .rlim_max = amount};
  setrlimit(resource, &both);
}

/// Between fork and exec: only calls that are safe after fork in a process with threads.
static void become(const struct linux_child *child, pid_t parent) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  limit(RLIMIT_AS, child->address_space_bytes);
  limit(RLIMIT_CPU, child->processor_seconds);
  limit(RLIMIT_FSIZE, child->file_bytes);
  sigset_t nothing;
  sigemptyset(&nothing);
  sigprocmask(SIG_SETMASK, &nothing, NULL);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  if (dup2(child->standard_input, 0) < 0 || dup2(child->standard_output, 1) < 0 ||
      dup2(child->standard_error, 2) < 0)
    _exit(127);
  execve(child->executable, child->arguments, child->environment);
}

int linux_start_child(const struct linux_child *child, pid_t *process, int *process_descriptor) {
  pid_t parent = getpid();
  int report[2];
  if (pipe2(report, O_CLOEXEC) != 0) return errno;
  pid_t started = fork();
  if (started < 0) {
    int failure = errno;
    close(report[0]);
    close(report[1]);
    return failure;
  }
  if (started == 0) {
    become(child, parent);
    int failure = errno;
    ssize_t ignored = write(report[1], &failure, sizeof failure);
    (void)ignored;
    _exit(127);
  }
  close(report[1]);
  int failure = 0;
  ssize_t got;
  do got = read(report[0], &failure, sizeof failure);
  while (got < 0 && errno == EINTR);
  close(report[0]);
  int descriptor = -1;
  if (got != (ssize_t)sizeof failure) {
    failure = 0;
    descriptor = (int)syscall(SYS_pidfd_open, started, 0);
    if (descriptor < 0) failure = errno;
  }
  if (failure != 0) {
    linux_kill_child(started, SIGKILL);
    linux_collect_child(started);
    return failure;
  }
  *process = started;
  *process_descriptor = descriptor;
  return 0;
}

int linux_wait_for_child(int process_descriptor, int wake, int milliseconds) {
  struct pollfd both[2] = {{.fd = process_descriptor, .events = POLLIN},
                           {.fd = wake, .events = POLLIN}};
  int ready = poll(both, wake >= 0 ? 2 : 1, milliseconds);
  if (ready <= 0) return 0;
  return (both[0].revents & POLLIN) ? 1 : 2;
}

void linux_kill_child(pid_t process, int number) {
  kill(-process, number);
  kill(process, number);
}

int linux_collect_child(pid_t process) {
  int status = 0;
  pid_t collected;
  do collected = waitpid(process, &status, 0);
  while (collected < 0 && errno == EINTR);
  if (collected < 0) return 127;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

void linux_return_large_blocks(int bytes) {
  mallopt(M_MMAP_THRESHOLD, bytes);
  mallopt(M_TOP_PAD, bytes);
  mallopt(M_TRIM_THRESHOLD, 8 * bytes);
}

int linux_notify_manager(const char *line) {
  const char *path = getenv("NOTIFY_SOCKET");
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (path == NULL || (path[0] != '/' && path[0] != '@')) return 0;
  size_t length = strlen(path);
  if (length >= sizeof address.sun_path) return E2BIG;
  memcpy(address.sun_path, path, length);
  if (path[0] == '@') address.sun_path[0] = 0;
  int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return errno;
  socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);
  ssize_t sent = sendto(descriptor, line, strlen(line), MSG_NOSIGNAL,
                        (const struct sockaddr *)&address, size);
  int failure = sent < 0 ? errno : 0;
  close(descriptor);
  return failure;
}
