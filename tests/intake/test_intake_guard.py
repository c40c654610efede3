"""Which addresses may be called: every spelling that leads somewhere else than it says is refused."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.errors import FetchRefused
from saksi.intake.guard import OWN_NETWORK, hosts_ip, judge_address, judge_ip, judge_redirect

TAKEN = [
    ("https://Kopi.Example", "https://kopi.example/"),
    ("HTTP://kopi.example:80/a", "http://kopi.example/a"),
    ("https://kopi.example:443/a", "https://kopi.example/a"),
    ("https://kopi.example:/a", "https://kopi.example/a"),
    ("https://kopi.example:8443/a", "https://kopi.example:8443/a"),
    ("http://kopi.example:443/", "http://kopi.example:443/"),
    ("  https://kopi.example/a ", "https://kopi.example/a"),
    ("https://kopi.example./a", "https://kopi.example/a"),
    ("https://kopi.example/a#part", "https://kopi.example/a"),
    ("https://kopi.example?x=1", "https://kopi.example/?x=1"),
    ("https://kopi.example/a b?c d", "https://kopi.example/a%20b?c%20d"),
    ("https://kopi.example/berita/é", "https://kopi.example/berita/%C3%A9"),
    ("https://kopi.example/a/../b/./c", "https://kopi.example/b/c"),
    ("https://kopi.example/a/%2e%2E/b", "https://kopi.example/b"),
    ("https://kopi.example/../../etc", "https://kopi.example/etc"),
    ("https://kopi.example/?u=http://10.0.0.1/", "https://kopi.example/?u=http://10.0.0.1/"),
    ("https://kopi.example/a@b", "https://kopi.example/a@b"),
    ("https://kopi.example//10.0.0.1/", "https://kopi.example//10.0.0.1/"),
    ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
    ("https://kopi。example/", "https://kopi.example/"),
    ("https://foo_bar.kopi.example/", "https://foo_bar.kopi.example/"),
    ("https://127.0.0.1.kopi.example/", "https://127.0.0.1.kopi.example/"),
    ("http://93.184.216.34/", "http://93.184.216.34/"),
    ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
    ("http://[2606:4700:0:0:0:0:0:1111]:8080/", "http://[2606:4700::1111]:8080/"),
    ("http://[::ffff:93.184.216.34]/", "http://93.184.216.34/"),
    ("http://[64:ff9b::5db8:d822]/", "http://[64:ff9b::5db8:d822]/"),
]
REFUSED = [
    "http://127.0.0.1/", "http://127.1/", "http://127.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/",
    "http://0x7f.0x0.0x0.0x1/", "http://0177.0.0.1/", "http://0177.1/", "http://017700000001/", "http://127.0.0.1./", "http://127.0.0.01/",
    "http://0/", "http://0.0.0.0/", "http://0x/", "http://1.1.1.1.1/", "http://256.1.1.1/", "http://08.8.8.8/", "http://93.184.216.34./",
    "http://93.184.55330/", "http://0x5db8d822/", "http://１２７.0.0.1/", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://127．0．0．1/",
    "http://127.0.0.1:80/", "http://foo.0x7f/", "http://kopi.example.1/", "http://١٢٧.0.0.1/",
    "http://10.0.0.1/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.1.1/", "http://100.64.0.1/", "http://169.254.169.254/",
    "http://100.100.100.200/", "http://168.63.129.16/", "http://192.0.0.192/", "http://192.0.2.1/", "http://198.18.0.1/", "http://198.51.100.1/",
    "http://203.0.113.1/", "http://224.0.0.1/", "http://240.0.0.1/", "http://255.255.255.255/", "http://192.88.99.1/",
    "http://[::]/", "http://[::1]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
    "http://[::ffff:10.0.0.1]/", "http://[0:0:0:0:0:ffff:a00:1]/", "http://[::127.0.0.1]/", "http://[::ffff:0:127.0.0.1]/",
    "http://[64:ff9b::127.0.0.1]/", "http://[64:ff9b::a9fe:a9fe]/", "http://[64:ff9b:1::1]/", "http://[64:ff9b:1::5db8:d822]/",
    "http://[2002:7f00:1::]/", "http://[2002:a00:1::1]/", "http://[2002:a9fe:a9fe::]/", "http://[2001:0:5db8:d822::80ff:fffe]/",
    "http://[2001:0:a00:1::a247:27dd]/", "http://[2a00::5efe:10.0.0.1]/", "http://[2a00::200:5efe:10.0.0.1]/",
    "http://[fe80::5efe:93.184.216.34]/", "http://[fe80::1]/", "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[2606::1%25x]/",
    "http://[fc00::1]/", "http://[fd00:ec2::254]/", "http://[fec0::1]/", "http://[ff02::1]/", "http://[2001:db8::1]/", "http://[3fff::1]/",
    "http://[2001:2::1]/", "http://[2001:10::1]/", "http://[100::1]/", "http://[4000::1]/", "http://[5f00::1]/", "http://[::2]/",
    "http://[v1.x]/", "http://[127.0.0.1]/", "http://[::1/", "http://::1/", "http://[]/", "http://[::1]x/", "http://x[::1]/", "http://[::1]]/",
    "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://a.localhost/", "http://printer.local/", "http://intranet/",
    "http://metadata.google.internal/", "http://router.lan/", "http://nas.home.arpa/", "http://ⓛocalhost/", "http://x.onion/",
    "http://ad\u00admin/",
    "http://user@kopi.example/", "http://user:word@kopi.example/", "http://kopi.example@10.0.0.1/", "http://@kopi.example/",
    "http://kopi.example\\@10.0.0.1/", "http:\\\\kopi.example/", "http://kopi.example\t/", "http://kopi.exa\nmple/",
    "http://kopi.example/\r\nX: y",
    "http://kopi.example\0.lan/", "http://kopi.example /", "http://ko pi.example/", "http://kopi.example/\u202egpj", "http://ko\u200bpi.example/",
    "http://127.0.0.%31/", "http://%6c%6fcalhost/", "http://kopi.example%2f@x/", "http://kopi..example/", "http://.kopi.example/",
    "http://-kopi.example/", "http://kopi-.example/", "http://" + "a" * 64 + ".example/", "http://" + "a." * 130 + "example/", "http://☃.example/",
    "http://xn--.example/", "http://xn--a.example/", "http://kopi,example/", "http://kopi.example;x/", "http://*.example/", "http://$x.example/",
    "http://kopi.example:0/", "http://kopi.example:22/", "http://kopi.example:25/", "http://kopi.example:81/", "http://kopi.example:65536/",
    "http://kopi.example:6667/", "http://kopi.example:6000/", "http://kopi.example:-80/", "http://kopi.example:8o/", "http://kopi.example:８０/",
    "http://kopi.example:80:80/", "http://kopi.example:99999999999/", "http://kopi.example:+80/",
    "ftp://kopi.example/", "file:///etc/passwd", "gopher://kopi.example/", "javascript://kopi.example/%0aalert(1)", "data://x",
    "//kopi.example/",
    "kopi.example", "http:/kopi.example/", "http:kopi.example", "http:///kopi.example", "http://", "https://?x", "https://#x",
    "https:///", "",
    "ht\ttp://kopi.example/", "view-source:http://kopi.example/", "http://kopi.example/" + "a" * 9_000, "http://\ud800.example/",
]  # fmt: skip


@pytest.mark.parametrize(("address", "url"), TAKEN)
def test_an_address_has_one_spelling(address: str, url: str) -> None:
    assert judge_address(address).url == url
    assert judge_address(url).url == url


@pytest.mark.parametrize("address", REFUSED)
def test_other_addresses_are_refused_with_advice(address: str) -> None:
    with pytest.raises(FetchRefused) as refused:
        judge_address(address)
    assert len(refused.value.reason) > 20


def test_every_name_of_an_own_network_is_refused() -> None:
    for name in OWN_NETWORK:
        with pytest.raises(FetchRefused, match="own network"):
            judge_address(f"https://kopi.{name}/")


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "https://kopi.example/b"),
        ("b?c", "https://kopi.example/x/b?c"),
        ("//teh.example/b", "https://teh.example/b"),
        ("http://teh.example", "http://teh.example/"),
        ("?page=2", "https://kopi.example/x/y?page=2"),
        ("/berita/é", "https://kopi.example/berita/%C3%A9"),
    ],
)
def test_a_redirect_is_judged_from_where_it_stands(location: str, url: str) -> None:
    assert judge_redirect(judge_address("https://kopi.example/x/y?z"), location).url == url


@pytest.mark.parametrize(
    "location", ["//127.1/", "http://[::1]/", "//localhost", "file:///etc/passwd", "//a@b.example/", "http://[x/", "/\\10.0.0.1", "//[::1"]
)
def test_a_redirect_is_refused_as_an_address_is(location: str) -> None:
    with pytest.raises(FetchRefused, match="sends on to"):
        judge_redirect(judge_address("https://kopi.example/"), location)


@given(st.ip_addresses(v=4))
def test_what_wraps_an_ipv4_address_is_judged_as_that(ip: ipaddress.IPv4Address) -> None:
    refused = judge_ip(ip) is not None
    number = int(ip)
    wraps = [
        (0xFFFF << 32) + number,
        (0x64FF9B << 96) + number,
        (0x2002 << 112) + (number << 80),
        (0x2A00 << 112) + (0x5EFE << 32) + number,
    ]
    assert [judge_ip(ipaddress.IPv6Address(each)) is not None for each in wraps] == [refused] * 4


@given(st.ip_addresses(v=4))
def test_no_address_is_called_that_the_standard_library_calls_private(ip: ipaddress.IPv4Address) -> None:
    if judge_ip(ip) is None:
        assert not any([ip.is_private, ip.is_loopback, ip.is_link_local, ip.is_multicast, ip.is_reserved, ip.is_unspecified])


@given(st.ip_addresses(v=6))
def test_only_given_ipv6_addresses_are_called(ip: ipaddress.IPv6Address) -> None:
    if judge_ip(ip) is None and ip.ipv4_mapped is None:
        assert not any([ip.is_loopback, ip.is_link_local, ip.is_multicast, ip.is_unspecified, ip.is_site_local])


@given(st.text(alphabet=st.sampled_from("0123456789abcdefx.:[]@/\\%?#。１é \t-"), max_size=24))
def test_a_taken_address_is_stable_and_leads_where_it_says(text: str) -> None:
    try:
        target = judge_address("http://" + text)
    except FetchRefused:
        return
    assert target.url.isascii()
    assert judge_address(target.url) == target
    ip = hosts_ip(target)
    assert ip is None or judge_ip(ip) is None
    assert ip is not None or not target.host.rpartition(".")[2].isdigit()


@given(st.text(max_size=60))
def test_no_text_is_more_than_refused(text: str) -> None:
    for address in (text, "https://" + text, "https://kopi.example/" + text):
        try:
            host = judge_address(address).host
        except FetchRefused as refused:
            host = str(refused)
        assert host
