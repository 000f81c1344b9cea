"""plenary: what an operator does from the command line."""

import os
import sys

import click
from granian import Granian
from granian.constants import Interfaces

from app import create_app
from app.config import ConfigError, load_config
from app.migrations import migrate


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Plenary turns an online consultation into a meeting report that anyone can check."""


@main.command()
@click.option("--port", type=int, default=None, help="Port to serve at (default: PORT, else the setting).")
@click.option("--host", default=None, help="Address to serve at (default: the setting, 127.0.0.1).")
def serve(port: int | None, host: str | None) -> None:
    """Serve the application."""
    config = load_config()
    migrate(create_app(config))
    port = port or int(os.environ.get("PORT", config.port))
    host = host or config.host
    print(f"Plenary serves at http://{host}:{port}", flush=True)
    Granian(
        "app:create_app",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=config.workers,
        blocking_threads=config.threads,
        respawn_failed_workers=True,
        log_enabled=False,
    ).serve()


@main.command()
@click.option("--if-empty", is_flag=True, help="Do nothing where there are consultations already.")
def demo(if_empty: bool) -> None:
    """Load the demonstration: three consultations with a fictional cast."""
    migrate(create_app())


if __name__ == "__main__":
    try:
        main(prog_name="plenary")
    except ConfigError as error:
        sys.exit(str(error))
