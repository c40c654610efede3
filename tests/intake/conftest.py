"""A certificate of a host of the town, made here."""

from __future__ import annotations

import ssl
import subprocess

import pytest

from town import HOST


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context for marram.example, and one that trusts it."""
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    words = f"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN={HOST} -addext subjectAltName=DNS:{HOST}"
    try:
        ended = subprocess.run(["openssl", *words.split(), "-keyout", key, "-out", cert], capture_output=True, check=False)
    except OSError:
        pytest.skip("needs openssl to make a certificate")
    if ended.returncode:
        pytest.skip(f"openssl made no certificate: {ended.stderr!r}")
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(cert, key)
    return serving, ssl.create_default_context(cafile=str(cert))
