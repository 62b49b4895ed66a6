"""Makes .venv and fills it from the hash-pinned requirements. Costs nothing when all is in place.

Run by whatever `python3` the machine has, before anything is installed: standard library only, and
syntax that an old Python still reads, so that it can say that it is too old.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import ssl
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
UV_PIN = os.path.join(ROOT, "deploy", "uv.txt")
LEAST_PYTHON = (3, 11)
NEWER_PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.14")
LEAST_FREE_MB = 700


class Stop(Exception):
    """Set-up cannot go on; the message is one sentence for the person at the terminal."""


def main(arguments):
    if hasattr(sys.stderr, "reconfigure"):  # from Python 3.7 on
        sys.stderr.reconfigure(encoding="utf-8", errors="replace")
    try:
        use_a_new_enough_python()
        set_up(dev="--dev" in arguments)
    except Stop as reason:
        print("Chưa cài đặt được: {}".format(reason), file=sys.stderr)  # noqa: UP032  old Pythons
        return 1
    except KeyboardInterrupt:
        print("Đã dừng cài đặt.", file=sys.stderr)
        return 130
    return 0


def use_a_new_enough_python():
    """Go on in the first Python that is new enough; the one asked for in PYTHON stands first."""
    if sys.version_info >= LEAST_PYTHON:
        return
    for name in NEWER_PYTHONS:
        path = shutil.which(name)
        test = "import sys; sys.exit(sys.version_info < (3, 11))"
        if path and subprocess.call([path, "-c", test], stderr=subprocess.DEVNULL) == 0:
            os.execv(path, [path, *sys.argv])
    raise Stop(
        "cần Python 3.11 trở lên, máy này chỉ có {}.{}; hãy cài thêm rồi chạy lại, "
        "hoặc chỉ rõ: make PYTHON=/đường/dẫn/python3.11.".format(*sys.version_info[:2])
    )


def set_up(dev):
    requirements = os.path.join(ROOT, "requirements-dev.txt" if dev else "requirements.txt")
    with open(requirements, "rb") as pinned:
        # One set-up at a time: `make demo` and `make test` may be typed side by side.
        fcntl.flock(pinned, fcntl.LOCK_EX)
        if is_stamped("dev") or (not dev and is_stamped("base")):
            return
        check_room()
        make_venv()
        say("Cài các gói đã ghim mã băm (lần đầu mất chừng nửa phút)…")
        install(requirements)
        write_stamp("dev" if dev else "base")


def fingerprint(kind):
    """What the environment was made from; another value means it must be filled again."""
    digest = hashlib.sha256(repr((VENV, sys.version_info[:3], kind)).encode())
    name = "requirements-dev.txt" if kind == "dev" else "requirements.txt"
    for path in (os.path.join(ROOT, name), UV_PIN):
        with open(path, "rb") as source:
            digest.update(source.read())
    return digest.hexdigest()


def is_stamped(kind):
    try:
        with open(os.path.join(VENV, "." + kind)) as stamp:
            return stamp.read() == fingerprint(kind) and os.path.exists(PYTHON)
    except OSError:
        return False


def write_stamp(kind):
    with open(os.path.join(VENV, "." + kind), "w") as stamp:
        stamp.write(fingerprint(kind))


def check_room():
    if not os.access(ROOT, os.W_OK):
        raise Stop("không có quyền ghi vào {}.".format(ROOT))  # noqa: UP032
    free = shutil.disk_usage(ROOT).free // 2**20
    if free < LEAST_FREE_MB:
        raise Stop(f"đĩa chứa {ROOT} chỉ còn trống {free} MB, cần ít nhất {LEAST_FREE_MB} MB.")


def make_venv():
    """Make .venv anew unless a sound one of this same Python stands there; put uv into it."""
    version = "{}.{}".format(*sys.version_info[:2])
    site_packages = os.path.join(VENV, "lib", "python" + version, "site-packages")
    if not (os.path.isdir(site_packages) and runs([PYTHON, "-c", ""])):
        say("Tạo môi trường Python " + version + "…")
        # A Debian without python3-venv can make the folder, but cannot put pip into it.
        run([sys.executable, "-m", "venv", "--clear", "--without-pip", VENV])
    with contextlib.suppress(OSError):
        os.remove(os.path.join(VENV, ".base"))
    if not runs([PYTHON, "-m", "uv", "--version"]):
        fetch_uv(site_packages)


def fetch_uv(site_packages):
    """Let any pip at hand fetch uv: the machine's, else the one that Python carries inside."""
    own_pip = [sys.executable, "-m", "pip"]
    if runs([*own_pip, "--version"]):
        run(pip(own_pip, "--target", site_packages, "--upgrade", "-r", UV_PIN))
        return
    if not has_ensurepip():
        raise Stop(
            "Python này thiếu cả pip lẫn ensurepip; trên Debian hoặc Ubuntu hãy chạy "
            "`apt-get install python3-venv` rồi chạy lại."
        )
    run([PYTHON, "-m", "ensurepip"])
    run(pip([PYTHON, "-m", "pip"], "-r", UV_PIN))


def has_ensurepip():
    return runs([sys.executable, "-c", "import ensurepip"])


def pip(command, *rest):
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--root-user-action=ignore"]
    return [*command, "install", *quiet, "--require-hashes", *rest]


def install(requirements):
    """Install with uv; where uv cannot (a network of special ways), pip does the same, slower."""
    # Compiled once here, not by each of the portal's processes at each start.
    uv = [PYTHON, "-m", "uv", "pip", "install", "--python", PYTHON, "--compile-bytecode"]
    if not sys.stderr.isatty():
        uv.append("--quiet")
    if subprocess.call([*uv, "--require-hashes", "-r", requirements], env=uv_environment()) == 0:
        return
    check_room()
    say("uv không cài được, thử lại bằng pip (chậm hơn)…")
    if has_ensurepip():
        run([PYTHON, "-m", "ensurepip"])
        run(pip([PYTHON, "-m", "pip"], "-r", requirements))
    else:
        run(pip([sys.executable, "-m", "pip", "--python", PYTHON], "-r", requirements))


def uv_environment():
    """Tell uv what pip would know by itself: the machine's certificates, index and cache."""
    env = dict(os.environ)
    paths = ssl.get_default_verify_paths()
    if paths.cafile or (paths.capath and os.listdir(paths.capath)):
        env.setdefault("UV_SYSTEM_CERTS", "true")
    index = env.get("PIP_INDEX_URL") or output_of(
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    )
    if index:
        env.setdefault("UV_DEFAULT_INDEX", index)
    if not os.access(os.path.expanduser("~"), os.W_OK):
        env.setdefault("UV_NO_CACHE", "true")
    return env


def output_of(command):
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    return done.stdout.strip() if done.returncode == 0 else ""


def runs(command):
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def run(command):
    """Run to the end, or stop with the last line the command had to say."""
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    if done.returncode != 0:
        lines = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
        raise Stop("{} ({}).".format(explain(lines), " ".join(command[1:4])))


def explain(lines):
    if any("No space left" in line for line in lines):
        return "đĩa đã đầy"
    if any("No matching distribution" in line or "Connection" in line for line in lines):
        return "không tải được gói từ kho; hãy kiểm tra mạng, proxy hoặc cấu hình của pip"
    errors = [line for line in lines if "error" in line.lower()] or lines or ["không rõ lý do"]
    return errors[-1].strip()


def say(text):
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
