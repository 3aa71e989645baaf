"""A headless Chromium for tests of pages, driven over its DevTools protocol."""

from __future__ import annotations

import base64
import itertools
import json
import shutil
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from websockets.sync.client import connect

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SECONDS_TO_START = 30.0
# What the protocol says of a page that another has taken the place of.
GIVEN_WAY = ("Inspected target navigated", "context was destroyed", "Cannot find context")


class Chromium:
    """One browser with one page. Use it as a context manager."""

    def __init__(self, profile: Path) -> None:
        assert CHROMIUM is not None
        self.port_file = profile / "DevToolsActivePort"
        self.process = subprocess.Popen(
            [
                CHROMIUM,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                # The front page sends whoever reads another language on, and a test would meet a page half gone.
                "--accept-lang=zh-CN",
                "--remote-debugging-port=0",
                f"--user-data-dir={profile}",
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.numbers = itertools.count(1)
        self.complaints: list[str] = []
        self.exits = ExitStack()
        self.connection = self.exits.enter_context(
            connect(self._address(), max_size=None, proxy=None, ping_interval=None)
        )
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        # Without it, a page that no window shows never has the focus.
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)

    def __enter__(self) -> Chromium:
        return self

    def __exit__(self, *_: object) -> None:
        self.exits.close()
        self.process.kill()
        self.process.wait()

    def open(self, page: Path, width: int, height: int, touch: bool = False) -> None:
        """Open a file at a window size, and wait until it has loaded."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=touch,
        )
        self.call("Emulation.setTouchEmulationEnabled", enabled=touch)
        self.call("Page.navigate", url=page.as_uri())
        self.wait_for("document.readyState === 'complete' && location.protocol === 'file:'")

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def pdf(self) -> bytes:
        """The page as it would be printed."""
        return base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True)["data"])

    def wait_for(self, condition: str, seconds: float = 10.0) -> None:
        """Wait until an expression in the page is true; one that gives way to another meanwhile is none yet."""
        end = time.monotonic() + seconds
        while not self._is_true(condition):
            assert time.monotonic() < end, f"never true: {condition}"
            time.sleep(0.05)

    def _is_true(self, condition: str) -> bool:
        try:
            return bool(self.run(condition))
        except AssertionError as failure:
            if any(words in str(failure) for words in GIVEN_WAY):
                return False
            raise

    def press(self, key: str) -> None:
        """Press and release a key, as ``Tab`` or ``Escape``."""
        codes = {"Tab": 9, "Escape": 27, "Enter": 13, "ArrowRight": 39, "ArrowDown": 40}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=codes[key])

    def point(self, selector: str, click: bool = False) -> None:
        """Move the mouse over the first element that a selector finds, and click it if asked to."""
        x, y = self._centre(selector)
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        if click:
            for kind in ("mousePressed", "mouseReleased"):
                self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def tap(self, selector: str) -> None:
        """Tap the first element that a selector finds with a finger."""
        x, y = self._centre(selector)
        self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def screenshot(self, path: Path) -> None:
        """Save what is to be seen as a PNG."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Call a method of the protocol; complaints of the page that come meanwhile are kept."""
        number = next(self.numbers)
        self.connection.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.connection.recv(timeout=30))
            if message.get("id") == number:
                assert "error" not in message, message["error"]
                return dict(message["result"])
            self._keep_complaint(message)

    def _keep_complaint(self, message: dict[str, Any]) -> None:
        method, parameters = message.get("method"), message.get("params", {})
        loaded = parameters.get("request", {}).get("url", "file:")
        if method in ("Runtime.exceptionThrown", "Log.entryAdded"):
            self.complaints.append(json.dumps(parameters, ensure_ascii=False))
        elif method == "Network.requestWillBeSent" and not loaded.startswith(("file:", "about:", "data:")):
            self.complaints.append(f"asks the network for {loaded}")

    def _centre(self, selector: str) -> tuple[float, float]:
        box = self.run(
            f"(() => {{ const found = document.querySelector({json.dumps(selector)});"
            " found.scrollIntoView({block: 'center', behavior: 'instant'});"
            " const box = found.getClientRects()[0];"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        return box[0], box[1]

    def _address(self) -> str:
        end = time.monotonic() + SECONDS_TO_START
        while not self.port_file.exists() or not self.port_file.read_text():
            assert self.process.poll() is None, "Chromium ended at once"
            assert time.monotonic() < end, "Chromium does not answer"
            time.sleep(0.05)
        port = self.port_file.read_text().splitlines()[0]
        with urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
            pages = [target for target in json.load(answer) if target["type"] == "page"]
        return str(pages[0]["webSocketDebuggerUrl"])
