"""Settings: defaults, then the file, then the variables; what is wrong is named."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.config import ConfigError, load_config


def settings(folder, text="", **variables):
    folder.mkdir(exist_ok=True)
    if text:
        (folder / "config.toml").write_text(text, encoding="utf-8")
    return load_config({"PLENARY_INSTANCE": str(folder)} | variables)


def test_a_variable_comes_before_the_file_and_the_file_before_what_is_usual(tmp_path):
    found = settings(tmp_path, "port = 6000\nthreads = 2", PLENARY_PORT="7000", PLENARY_PRODUCTION="true")
    assert (found.port, found.threads, found.workers, found.production) == (7000, 2, 2, True)


@pytest.mark.parametrize(
    ("text", "named"),
    [("colour = 'blue'", "colour"), ("port = 'north'", "port"), ("port = ", "config.toml")],
)
def test_a_setting_that_is_unknown_or_wrong_is_named(tmp_path, text, named):
    with pytest.raises(ConfigError, match=named):
        settings(tmp_path, text)


def test_two_first_starts_agree_on_one_key_that_only_the_owner_reads(tmp_path):
    with ThreadPoolExecutor(16) as starts:
        keys = {found.secret_key for found in starts.map(lambda _: settings(tmp_path), range(64))}
    assert len(keys) == 1
    assert len(keys.pop()) >= 43
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600
