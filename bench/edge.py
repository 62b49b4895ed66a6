"""nginx beside the shipped server: as a reader of files, and as a one-second cache in front."""

from __future__ import annotations

import contextlib
import os
import shutil
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from bench.serving import Candidate, background, wait_for
from cityweb.engines import var_dir

# One worker a core, as Debian ships it; no access log, so that it can only be faster than in life.
CONFIGURATION = """
daemon off; worker_processes auto; pid {home}/nginx.pid; error_log {home}/error.log warn;
events {{ worker_connections 512; }}
http {{
    types {{ text/html html; }} charset utf-8; default_type text/html;
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
    open_file_cache max=1000;
    client_body_temp_path {home}/body; proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/unused1; uwsgi_temp_path {home}/unused2; scgi_temp_path {home}/unused3;
    proxy_cache_path {home}/cache keys_zone=pages:10m levels=1:2;
    upstream portal {{ server 127.0.0.1:{behind}; keepalive 16; }}
    server {{
        listen 127.0.0.1:{files_port};
        location / {{ root {home}/files; try_files /$request_uri.html =404; }}
    }}
    server {{
        listen 127.0.0.1:{cache_port};
        location / {{
            proxy_pass http://portal; proxy_http_version 1.1; proxy_set_header Connection "";
            proxy_set_header Host $host;
            proxy_cache pages; proxy_cache_key $host$request_uri; proxy_cache_lock on;
            proxy_ignore_headers Cache-Control Expires Vary; proxy_cache_valid 200 1s;
            proxy_cache_use_stale updating error timeout; proxy_cache_background_update on;
        }}
    }}
}}
"""


@contextlib.contextmanager
def serve(ours: Candidate, *, files_port: int, cache_port: int) -> Iterator[list[Candidate]]:
    """Serve our pages from files and through a cache; yield nothing without nginx."""
    nginx = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if nginx is None:
        yield []
        return
    home = var_dir() / "nginx"
    shutil.rmtree(home, ignore_errors=True)
    paths = {kind: asked for kind, asked in ours.paths.items() if kind != "search"}
    save(ours, [path for asked in paths.values() for path in asked], home / "files")
    text = CONFIGURATION.format(
        home=home, behind=ours.port, files_port=files_port, cache_port=cache_port
    )
    (home / "nginx.conf").write_text(text)
    command: list[str | Path] = [nginx, "-c", home / "nginx.conf", "-e", home / "error.log"]
    with background(command, log_name="nginx", env=os.environ, cwd=home) as pid:
        wait_for(f"http://127.0.0.1:{files_port}/")
        cache_pids = (pid, *ours.pids)
        yield [
            Candidate("nginx, a file", ours.host, files_port, (pid,), paths),
            Candidate("nginx, 1 s cache", ours.host, cache_port, cache_pids, ours.paths),
        ]


def save(ours: Candidate, paths: list[str], folder: Path) -> None:
    """Keep the very bytes our server sends, one file an address."""
    for path in paths:
        request = urllib.request.Request(  # noqa: S310 - loopback
            ours.address + path, headers={"Host": ours.host}
        )
        with urllib.request.urlopen(request, timeout=10) as response:  # noqa: S310
            kept = folder / f"{path.lstrip('/')}.html"
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(response.read())
