"""A phone used as a camera, on this machine's own loopback."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import cv2
import numpy as np


class Phone:
    """A phone used as a camera: multipart JPEG over http, which can be hung or killed."""

    def __init__(self, port: int = 0) -> None:
        self.hung = threading.Event()
        self._gone = threading.Event()
        phone = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/locked":
                    self.send_error(401)
                elif self.path == "/page":
                    self.send_response(200)
                    self.end_headers()
                    self.wfile.write(b"<html>hello</html>")
                else:
                    phone.film(self)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = False
        self.port: int = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def address(self, path: str = "/cam.mjpg") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def kill(self) -> None:
        """Close the door and every open stream."""
        self._gone.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)
        assert not self._thread.is_alive()

    def film(self, handler: BaseHTTPRequestHandler) -> None:
        """Send pictures until the phone is killed."""
        handler.send_response(200)
        handler.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        handler.end_headers()
        number = 0
        while not self._gone.wait(0.03):
            if self.hung.is_set():
                continue
            picture = np.full((120, 160, 3), number % 200, np.uint8)
            jpeg = cv2.imencode(".jpg", picture)[1].tobytes()
            head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
            try:
                handler.wfile.write(head.encode() + jpeg + b"\r\n")
            except OSError:
                return
            number += 1
