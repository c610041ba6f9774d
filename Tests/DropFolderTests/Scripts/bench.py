"""A watched folder under a real service process, for the scripts beside this file."""

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
STAND_IN = os.path.join(HERE, "stand-in-converter")
PROGRAM = os.environ.get("MARGINBOOK", os.path.join(HERE, "../../../.build/debug/marginbook"))


def workbook(text, size=0):
    """Bytes that look like a workbook that has wholly arrived."""
    return b"PK\x03\x04" + text.encode() + bytes(size) + b"PK\x05\x06" + bytes(18)


def digest(data):
    return hashlib.sha256(data).hexdigest()


class Bench:
    """One watched folder and the service on it."""

    def __init__(self, folder=None, settings=None, **arguments):
        self.dir = folder or tempfile.mkdtemp(prefix="marginbook-fault-")
        self.arguments = arguments
        self.process = None
        self.log_path = self.dir + "/service.log"
        self.prefix = []
        self.converter = STAND_IN
        if settings:
            self.write("marginbook.yaml", settings.encode())
        for name in ["inbox", "outbox", "returned", "archive"]:
            os.makedirs(self.path(name), exist_ok=True)

    def path(self, name):
        if isinstance(name, bytes):
            return os.fsencode(self.dir) + b"/" + name
        return self.dir + "/" + name

    # -- the service ------------------------------------------------------------------------

    def start(self, *more, quiet=0.15, rescan=1, wait=True):
        command = self.prefix + [PROGRAM, "watch", self.dir, "--quiet", str(quiet),
                                 "--rescan", str(rescan), *more]
        if self.converter:
            command += ["--converter", self.converter]
        before = self.log().count("] Watching.")
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=open(self.log_path, "ab"), start_new_session=True)
        if wait:
            self.until(lambda: self.log().count("] Watching.") > before, "the start of the service")
        return self

    @property
    def pid(self):
        """The service itself, not a program that started it."""
        pid = self.process.pid
        while self.prefix and os.readlink(f"/proc/{pid}/exe") != os.path.realpath(PROGRAM):
            with open(f"/proc/{pid}/task/{pid}/children") as children:
                pid = int(children.read().split()[0])
        return pid

    def children(self):
        """The processes that the service has started and that still run."""
        found = []
        for thread in os.listdir(f"/proc/{self.pid}/task"):
            try:
                with open(f"/proc/{self.pid}/task/{thread}/children") as children:
                    found += [int(word) for word in children.read().split()]
            except FileNotFoundError:
                pass
        return found

    def send(self, number):
        os.kill(self.pid, number)

    def stop(self, number=signal.SIGTERM, within=6):
        self.send(number)
        return self.process.wait(within)

    def kill(self):
        if self.process and self.process.poll() is None:
            self.send(signal.SIGKILL)
            self.process.wait(10)

    def log(self):
        try:
            with open(self.log_path, errors="replace") as log:
                return log.read()
        except FileNotFoundError:
            return ""

    def close(self):
        self.kill()
        shutil.rmtree(self.dir, ignore_errors=True)

    # -- files ------------------------------------------------------------------------------

    def write(self, name, data):
        with open(self.path(name), "wb") as file:
            file.write(data)

    def drop(self, name, text, size=0):
        target = b"inbox/" + name if isinstance(name, bytes) else "inbox/" + name
        self.write(target, workbook(text, size))

    def files(self, folder):
        """Paths below a folder, as bytes, without the service's own page and hidden files."""
        root = os.fsencode(self.path(folder))
        found = []
        for place, _, names in os.walk(root):
            for name in names:
                path = os.path.relpath(os.path.join(place, name), root)
                if path != b"index.html" and not name.startswith(b"."):
                    found.append(path)
        return sorted(found)

    def names(self, folder):
        names = [os.fsdecode(path) for path in self.files(folder)]
        return [name.split("/", 1)[1] for name in names] if folder == "archive" else names

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def results(self):
        """The texts of the workbooks in the outbox."""
        found = []
        for path in self.files("outbox"):
            data = self.read(b"outbox/" + path)
            assert data.endswith(b"enriched"), f"half a result: {path}"
            found.append(data[4:].split(b"PK")[0].rstrip(b"\0").decode())
        return sorted(found)

    def jobs(self):
        ledger = sqlite3.connect(f"file:{self.path('.marginbook/ledger.sqlite')}?mode=ro", uri=True)
        ledger.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in ledger.execute("SELECT * FROM job ORDER BY id")]
        finally:
            ledger.close()

    def states(self):
        return [job["state"] for job in self.jobs()]

    # -- waiting and checking ---------------------------------------------------------------

    def until(self, condition, what="what should happen", within=30):
        end = time.monotonic() + within
        while time.monotonic() < end:
            try:
                if condition():
                    return
            except (FileNotFoundError, sqlite3.Error, AssertionError):
                pass
            if self.process and self.process.poll() is not None:
                raise AssertionError(f"the service ended ({self.process.returncode})\n{self.log()}")
            time.sleep(0.03)
        state = {name: self.names(name) for name in ["inbox", "outbox", "returned"]}
        raise AssertionError(f"waited in vain for {what}; {state}\n{self.log()[-3000:]}")

    def settled(self, done, returned=0, within=30):
        """Waits until so many results and returned files are there and nothing is under way."""
        def is_so():
            states = self.states()
            return (states.count("done") + states.count("repeated") == done
                    and states.count("returned") == returned
                    and all(s in ("done", "repeated", "returned", "withdrawn") for s in states))
        self.until(is_so, f"{done} done and {returned} returned", within)

    def check(self, dropped=None):
        """Each content in exactly one place, every job that is done with its result, nothing
        half-written."""
        places = {}
        for folder in ["inbox", "archive", "returned"]:
            for path in self.files(folder):
                full = os.fsencode(folder) + b"/" + path
                if not path.endswith(b".html") and os.path.isfile(self.path(full)):
                    places.setdefault(digest(self.read(full)), []).append(full)
        scratch = os.listdir(self.path(".marginbook/scratch"))
        assert scratch == [], f"left in scratch: {scratch}"
        for folder in ["inbox", "outbox", "returned", "archive"]:
            for place, _, names in os.walk(self.path(folder)):
                left = [name for name in names if name.startswith(".marginbook-")]
                assert left == [], f"left half-written: {left}"
        for job in self.jobs():
            if job["state"] == "done" and job["resultHash"]:
                data = self.read(b"outbox/" + bytes(job["result"]))
                assert digest(data) == job["resultHash"], f"job {job['id']}: result differs"
        self.results()
        for data in dropped or []:
            assert digest(data) in places, f"lost: {data[:40]}"


def settings(**folder):
    lines = [f"  {name.replace('_', '-')}: {value}" for name, value in folder.items()]
    return "folder:\n" + "\n".join(lines) + "\n"


def require_program():
    if not os.access(PROGRAM, os.X_OK):
        sys.exit(f"{PROGRAM} is not there: build it with `swift build --product marginbook`.")
