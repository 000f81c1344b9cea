"""Settings: defaults, then instance/config.toml, then PLENARY_* variables; an unknown key is refused."""

import fcntl
import os
import secrets
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parent.parent


class ConfigError(Exception):
    """A setting is unknown or has the wrong form; the message names it."""


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All that can be set. An empty database_url means SQLite in the instance folder."""

    instance: str = str(ROOT / "instance")
    database_url: str = ""
    secret_key: str = ""  # made on first start and kept in instance/secret_key
    production: bool = False  # true: https only, no one-click sign-in, no outbox page
    base_url: str = ""  # where people find it, for links in letters; empty: this machine
    host: str = "127.0.0.1"
    port: int = 5000
    workers: int = 2
    threads: int = 4
    smtp_host: str = ""  # empty: mail is written to instance/outbox
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: str = ""
    smtp_starttls: bool = True
    mail_from: str = "Plenary <plenary@localhost>"
    upload_megabytes: int = 20
    trusted_proxies: int = 0  # how many proxies in front set X-Forwarded-*
    argon2_time_cost: int = 3
    argon2_memory_kib: int = 65536

    @property
    def instance_path(self) -> Path:
        return Path(self.instance)

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.instance_path / 'plenary.sqlite'}"

    @property
    def address(self) -> str:
        return self.base_url.rstrip("/") or f"http://127.0.0.1:{self.port}"

    @property
    def outbox(self) -> Path:
        return self.instance_path / "outbox"

    @property
    def uploads(self) -> Path:
        return self.instance_path / "uploads"

    @property
    def downloads(self) -> Path:
        return self.instance_path / "downloads"

    @property
    def analyses(self) -> Path:
        return self.instance_path / "analyses"


def load_config(environment: Mapping[str, str] = os.environ) -> Config:
    """The settings in force; ConfigError with the key where one is unknown or wrong."""
    variables = {
        name.removeprefix("PLENARY_").lower(): value
        for name, value in environment.items()
        if name.startswith("PLENARY_")
    }
    instance = Path(variables.get("instance", ROOT / "instance")).resolve()
    settings: dict[str, Any] = {
        **_read_file(instance / "config.toml"),
        **variables,
        "instance": str(instance),
    }
    try:
        config = msgspec.convert(settings, Config, strict=False)
    except msgspec.ValidationError as error:
        raise ConfigError(f"A setting is wrong: {error}. Known settings: {', '.join(_known())}.") from error
    instance.mkdir(parents=True, exist_ok=True)
    key = config.secret_key or _secret_key(instance / "secret_key")
    return msgspec.structs.replace(config, secret_key=key)


def _known() -> list[str]:
    return sorted(Config.__struct_fields__)


def _read_file(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is not a TOML file: {error}.") from error


def _secret_key(path: Path) -> str:
    """The key kept in a file only the owner reads; two first starts agree on one."""
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        key = file.read().strip()
        if not key:
            key = secrets.token_urlsafe(48)
            file.write(key)
    return key
