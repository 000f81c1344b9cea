"""A mail server that keeps what it is given, or refuses it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope


class Sink:
    """What a server does with mail: `received`, and its `answer` to more."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.received: list[Envelope] = []
        self.answer = "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd calls it so
        if self.answer.startswith("250"):
            self.received.append(envelope)
        return self.answer


@contextmanager
def serving() -> Iterator[Sink]:
    """A server on this machine, for a while; whoever signs in has the password "right"."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        sink = Sink(probe.getsockname()[1])
    controller = Controller(
        sink,
        hostname="127.0.0.1",
        port=sink.port,
        auth_require_tls=False,
        authenticator=lambda *arguments: AuthResult(success=arguments[-1].password == b"right"),
    )
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()
