"""The command line works from wherever it is called, and what it serves answers."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from app.cli import main

PLENARY = Path(sys.executable).with_name("plenary")
PATIENCE = 20  # seconds, on a busy machine


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PLENARY_")}
    return kept | {"PLENARY_INSTANCE": str(tmp_path / "instance"), "PORT": str(_free_port())}


@pytest.mark.parametrize("name", sorted(main.commands))
def test_a_command_says_what_it_does(name: str) -> None:
    answer = CliRunner().invoke(main, [name, "--help"], prog_name="plenary")
    assert answer.output.startswith(f"Usage: plenary {name} ")
    assert main.commands[name].help


def test_the_checkout_is_run_even_where_another_folder_is_named_app(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text("raise SystemExit('the wrong house')")
    order = [PLENARY, "--help"]
    answer = subprocess.run(
        order, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    assert answer.stdout.startswith("Usage: plenary ")


def test_an_unknown_setting_is_refused_in_one_sentence(tmp_path: Path, environment: dict[str, str]) -> None:
    environment["PLENARY_COLOUR"] = "blue"
    result = subprocess.run(
        [PLENARY, "demo"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode != 0
    assert "colour" in result.stderr
    assert "Traceback" not in result.stderr


def test_what_is_served_answers_and_stops_when_told(tmp_path: Path, environment: dict[str, str]) -> None:
    address = f"http://127.0.0.1:{environment['PORT']}/"
    with subprocess.Popen(
        [PLENARY, "serve"], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert address.rstrip("/") in server.stdout.readline()
            assert "</html>" in _get(address)
        finally:
            server.send_signal(signal.SIGTERM)
        assert server.wait(PATIENCE) == 0
    assert (tmp_path / "instance" / "plenary.sqlite").exists()


def test_a_port_that_is_taken_is_told_at_once(tmp_path: Path, environment: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        order = [PLENARY, "serve", "--port", str(other.getsockname()[1])]
        result = subprocess.run(
            order,
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert result.returncode != 0
    assert "PORT=" in result.stderr
    assert "serves at" not in result.stdout


def _get(address: str) -> str:
    """The page at an address, once somebody answers there."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address) as response:  # noqa: S310 - our own loopback address
                return response.read().decode()
        except URLError:
            if time.monotonic() > deadline:
                raise


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
