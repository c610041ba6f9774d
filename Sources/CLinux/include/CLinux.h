/// What Linux and its C compilers offer and Swift's Glibc module does not show: variadic calls, calls
/// behind _GNU_SOURCE, asking for memory ahead, and starting a process under limits, which has to happen
/// between fork and exec.
#ifndef MARGINBOOK_CLINUX_H
#define MARGINBOOK_CLINUX_H

#include <stdint.h>
#include <sys/types.h>

/// renameat2(2) with RENAME_NOREPLACE. 0, or the error number.
int linux_rename_without_replacing(int from_folder, const char *from, int to_folder, const char *to);

/// fstatfs(2): the magic number of the file system that holds an open file, 0 when not known.
int64_t linux_file_system_type(int descriptor);

/// fstatvfs(3): bytes that an ordinary user may still write, -1 when not known.
int64_t linux_free_bytes(int descriptor);

/// Asks for a stretch of a file to be written out, without waiting for it (sync_file_range(2)). Where
/// the file system knows no such thing nothing happens: it is fsync(2) that makes sure.
void linux_begin_writing_out(int descriptor, int64_t from, int64_t count);

/// Whether nobody holds a regular file open for writing: 1 nobody does, 0 somebody does, -1 when
/// the file system cannot tell. Asks for a read lease and gives it back at once (fcntl(2)).
int linux_nobody_writes(int descriptor);

/// flock(2) LOCK_EX | LOCK_NB. 0, or the error number.
int linux_lock(int descriptor);

/// A new eventfd(2), non-blocking and closed on exec; or minus the error number.
int linux_new_wake(void);

/// A new inotify instance, non-blocking and closed on exec; or minus the error number.
int linux_new_watch(void);

/// Watches a folder for all that can announce a file; the watch's number or minus the error number.
int linux_watch_folder(int watch, const char *path);

/// The kinds of inotify records this module tells apart.
enum {
  linux_event_entry = 1,
  linux_event_folder_gone = 2,
  linux_event_overflow = 4,
  linux_event_subfolder = 8,
};

/// What an inotify mask means, as a sum of the kinds above.
int linux_event_kind(uint32_t mask);

/// Asks for the cache line of an address that is about to be changed; any address will do.
static inline void linux_prefetch(const void *address) { __builtin_prefetch(address, 1); }

/// How to start a child process. Zero means "no limit".
struct linux_child {
  const char *executable;
  char *const *arguments;
  char *const *environment;
  int standard_input;
  int standard_output;
  int standard_error;
  uint64_t address_space_bytes;
  uint64_t processor_seconds;
  uint64_t file_bytes;
};

/// Starts a child in a process group of its own that dies with the calling thread. 0 or the error
/// number; the process's id and a descriptor that becomes readable when it ends are stored.
int linux_start_child(const struct linux_child *child, pid_t *process, int *process_descriptor);

/// Waits until the process ends (1), `wake` becomes readable (2), or the time is up (0).
int linux_wait_for_child(int process_descriptor, int wake, int milliseconds);

/// Kills a child's whole group and the child itself with a signal.
void linux_kill_child(pid_t process, int signal);

/// Collects a child that ended: its exit status, or minus the signal that ended it.
int linux_collect_child(pid_t process);

/// Has blocks of memory of that many bytes and more go back to the system when they are freed
/// (mallopt(3), M_MMAP_THRESHOLD); by itself glibc keeps ever larger ones. Smaller ones are asked for and
/// given back in steps of that many bytes, and of eight times as many (M_TOP_PAD, M_TRIM_THRESHOLD).
void linux_return_large_blocks(int bytes);

/// Sends a line to systemd's notification socket (sd_notify(3)); 0 when there is none.
int linux_notify_manager(const char *line);

#endif
