"""Who calls, as far as the network tells."""

from ipaddress import ip_address, ip_network

from flask import request


def client_network() -> str:
    """The caller's address; of an IPv6 address the network, since one caller has billions of those."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    mapped = getattr(address, "ipv4_mapped", None)
    if mapped or address.version == 4:
        return str(mapped or address)
    return str(ip_network((address, 64), strict=False))
