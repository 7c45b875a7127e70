"""Builds a Samba domain with so many users, serves it on the loopback, and lets both jobs scan it: bench-scan.py DIR USERS
BUILT. With --job it is the Python job itself: bench-scan.py --job ADDRESS ROOT.pem OUT.csv BASE [remember]"""

import base64
import csv
import os
import shutil
import struct
import subprocess
import sys
import time

HOST = "dc1.lab.test"
ADDRESS = "127.77.251.1"
CONNECTOR = "MSOL_1a2b3c4d5e6f"
BASE = "DC=lab,DC=test"
USER_CLASS = "bf967aba-0de6-11d0-a285-00aa003049e2"
UNITS = 50


# The lab

def build(folder, users):
    sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../tests/directory"))
    import lab

    tree = os.path.join(folder, f"samba-{users}")
    if os.path.exists(os.path.join(tree, "whole")):
        return tree
    shutil.rmtree(tree, ignore_errors=True)
    lab.build(tree, ADDRESS)
    started = time.time()
    db = lab.opened(tree)
    for unit in range(UNITS):
        db.create_ou(f"OU=Unit{unit:02},{BASE}")
        db.add({"dn": f"CN=u{unit:06},OU=Unit{unit:02},{BASE}", "objectClass": "user", "sAMAccountName": f"u{unit:06}"})
    first = [sample(db, unit) for unit in range(UNITS)]
    del db
    copy(os.path.join(tree, f"private/sam.ldb.d/{BASE.upper()}.ldb"), first, users)
    print(f"{users} users made in {time.time() - started:.0f} s")
    tls = os.path.join(tree, "private/tls")
    os.makedirs(tls, exist_ok=True)

    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=tls, check=True, stderr=subprocess.DEVNULL)

    key = ["-newkey", "rsa:2048", "-nodes"]
    openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "3650", "-subj", "/CN=Lab Root",
            "-addext", "basicConstraints=critical,CA:TRUE")
    openssl("req", *key, "-keyout", "key.pem", "-out", "request.pem", "-subj", f"/CN={HOST}")
    with open(os.path.join(tls, "names"), "w", encoding="ascii") as file:
        file.write(f"subjectAltName=DNS:{HOST}\nextendedKeyUsage=serverAuth\n")
    openssl("x509", "-req", "-in", "request.pem", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-days", "3000", "-extfile", "names", "-out", "cert.pem")
    os.chmod(os.path.join(tls, "key.pem"), 0o600)
    settings = os.path.join(tree, "etc/smb.conf")
    lines = open(settings, encoding="utf-8").read()
    more = f"[global]\ntls enabled = true\ntls keyfile = {tls}/key.pem\ntls certfile = {tls}/cert.pem\n" \
           f"tls cafile = {tls}/ca.pem\nlog file = {tree}/log"
    with open(settings, "w", encoding="utf-8") as file:
        file.write(lines.replace("[global]", more, 1))
    open(os.path.join(tree, "whole"), "w", encoding="ascii").close()
    return tree


def sample(db, unit):
    """Name, GUID and SID of a unit's first user, in bytes."""
    import ldb

    dn = f"CN=u{unit:06},OU=Unit{unit:02},{BASE}"
    found = db.search(dn, scope=ldb.SCOPE_BASE, attrs=["objectGUID", "objectSid"])[0]
    return f"u{unit:06}".encode(), bytes(found["objectGUID"][0]), bytes(found["objectSid"][0])


def copy(path, first, users):
    """Copies the first users' records in the database file itself, and what its indexes say of them: names have one length,
    so that a copy differs in place. Adding users through Samba, or having it make the indexes anew, takes longer with each
    user that is there."""
    import tdb

    file = tdb.open(path, 0, 0, os.O_RDWR)
    units = {guid: unit for unit, (_, guid, _) in enumerate(first)}
    copies = [[] for _ in first]
    for unit, (name, guid, sid) in enumerate(first):
        record = file.get(b"GUID=" + guid)
        for number in range(unit + UNITS, users, UNITS):
            new = f"u{number:06}".encode(), os.urandom(16), sid[:-4] + struct.pack("<I", 1_000_000 + number)
            file.store(b"GUID=" + new[1], record.replace(name, new[0]).replace(guid, new[1]).replace(sid, new[2]))
            copies[unit].append(new)
    for key in [key for key in file if key.startswith(b"DN=@INDEX:")]:
        listed = index_read(file.get(key))
        found = [units[guid] for guid in listed if guid in units]
        if not found:
            continue
        name, guid, sid = first[found[0]]
        own = (name.upper(), base64.b64encode(sid))
        if len(listed) == 1 and any(one in key for one in own):
            for other, new, other_sid in copies[found[0]]:
                own_key = key.replace(own[0], other.upper()).replace(own[1], base64.b64encode(other_sid))
                file.store(own_key, index_record(own_key, [new]))
        else:
            listed += [new for unit in found for _, new, _ in copies[unit]]
            file.store(key, index_record(key, sorted(listed)))
    file.close()


def index_read(record):
    """The GUIDs in a record of an index: sixteen bytes each, at the end, before a last zero."""
    width = record[record.index(b"@IDX\0") + 9]
    at = record.index(b"@IDX\0") + 10
    size = int.from_bytes(record[at:at + width], "little")
    data = record[len(record) - 1 - size:-1]
    return [data[at:at + 16] for at in range(0, size, 16)]


def index_record(key, listed):
    """A record of an index, as LDB packs it: version 2 of its format, with the version of the index and the GUIDs."""
    dn, data = key[3:-1], b"".join(listed)
    width = 1 if len(data) < 0x100 else 2 if len(data) < 0x10000 else 4
    elements = b"".join([
        struct.pack("<I", 11), b"@IDXVERSION\0", struct.pack("<I", 1), b"\1\1",
        struct.pack("<I", 4), b"@IDX\0", struct.pack("<I", 1), bytes([width]), len(data).to_bytes(width, "little"),
    ])
    return b"".join([
        struct.pack("<III", 0x26011968, 2, len(dn)), dn, b"\0", struct.pack("<I", 0), b"\0",
        struct.pack("<I", len(elements) + 4), elements, b"3\0", data, b"\0",
    ])


def serve(tree):
    server = subprocess.Popen(
        ["samba", "-F", "--no-process-group", "-M", "single", "-s", f"{tree}/etc/smb.conf",
         f"--option=pid directory={tree}", f"--option=ncalrpc dir={tree}/ncalrpc",
         "--option=server services=ldap,cldap,kdc,dns"],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    import socket

    for _ in range(300):
        try:
            socket.create_connection((ADDRESS, 636), 1).close()
            return server
        except OSError:
            time.sleep(0.2)
    sys.exit("the domain does not answer")


def measured(what, arguments, give):
    started = time.time()
    child = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    child.stdin.write(give)
    child.stdin.close()
    _, status, used = os.wait4(child.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1, 3):
        sys.exit(f"{what} ended with {code}")
    computed = used.ru_utime + used.ru_stime
    print(f"  {what}: {computed:.2f} s computing, {time.time() - started:.1f} s in all, {used.ru_maxrss / 1024:.0f} MiB")
    return computed


def throughput(folder, tree, built):
    """Access lists judged a second: ours, and impacket's, on the same lists."""
    import ldb
    import lab

    db = lab.opened(tree)
    found = db.search(f"OU=Unit00,{BASE}", scope=ldb.SCOPE_ONELEVEL, attrs=["nTSecurityDescriptor"],
                      controls=["sd_flags:1:7", "paged_results:1:200"])
    lists = [bytes(one["nTSecurityDescriptor"][0]) for one in found if "nTSecurityDescriptor" in one][:200]
    path = os.path.join(folder, "lists")
    with open(path, "wb") as file:
        for one in lists:
            file.write(struct.pack("<I", len(one)) + one)
    sids = [lab.sid_of(db, name) for name in (CONNECTOR, "Helpdesk", "Tier2", "Domain Users")] + ["S-1-5-32-545"]
    ours = subprocess.run([f"{built}/examples/rights_throughput", path, *sids], capture_output=True, text=True)
    theirs = subprocess.run([f"{folder}/venv/bin/python", __file__, "--throughput", path, *sids], capture_output=True,
                            text=True)
    ours, theirs = float(ours.stdout.split()[0]), float(theirs.stdout.split()[0])
    size = sum(map(len, lists)) // len(lists)
    print(f"  lists of {size} bytes judged a second on one core: {ours:.0f}, impacket {theirs:.0f}: {ours / theirs:.0f} times")


# The job in Python

RIGHTS = [
    (0x100, {"00299570-246d-11d0-a768-00aa006e0529"}),
    (0x20, {"28630ebf-41d5-11d1-a9c1-0000f80367c1", USER_CLASS}),
    (0x20, {"bf967a0a-0de6-11d0-a285-00aa003049e2", "4c164200-20c0-11d0-a768-00aa006e0529", USER_CLASS}),
]


def judged(data, sids):
    """Whether each right is granted, by the first entry that mentions it."""
    import uuid

    from impacket.ldap import ldaptypes

    descriptor = ldaptypes.SR_SECURITY_DESCRIPTOR(data=data)
    entries = []
    for ace in descriptor["Dacl"].aces:
        if ace["AceFlags"] & 0x08 or ace["AceType"] not in (0, 1, 5, 6):
            continue
        body = ace["Ace"]
        if body["Sid"].formatCanonical() not in sids:
            continue
        kind = None
        if ace["AceType"] in (5, 6) and body["Flags"] & 1:
            kind = str(uuid.UUID(bytes_le=body["ObjectType"]))
        entries.append((ace["AceType"] in (0, 5), body["Mask"]["Mask"], kind))
    answers = []
    for mask, kinds in RIGHTS:
        first = next((allow for allow, own, kind in entries if own & mask and (kind is None or kind in kinds)), False)
        answers.append(first)
    return answers, bool(descriptor["Control"] & 0x1000)


def job(address, root, out, base, remember=None):
    import ssl

    import ldap3
    from ldap3.protocol.microsoft import security_descriptor_control

    password = sys.stdin.readline().strip()
    tls = ldap3.Tls(validate=ssl.CERT_REQUIRED, ca_certs_file=root, valid_names=[HOST], sni=HOST)
    server = ldap3.Server(address, 636, use_ssl=True, tls=tls, get_info=ldap3.NONE)
    link = ldap3.Connection(server, "Administrator@lab.test", password, auto_bind=True)
    link.search(BASE, f"(sAMAccountName={CONNECTOR})", attributes=["objectSid"])
    dn = link.entries[0].entry_dn
    link.search(dn, "(objectClass=*)", ldap3.BASE, attributes=["objectSid", "tokenGroups"])
    from ldap3.protocol.formatters.formatters import format_sid

    raw = link.response[0]["raw_attributes"]
    sids = {format_sid(one) for one in raw["objectSid"] + raw["tokenGroups"]} | {"S-1-1-0", "S-1-5-11"}
    wanted = ["objectGUID", "objectSid", "objectClass", "sAMAccountName", "userPrincipalName", "mS-DS-ConsistencyGuid",
              "userAccountControl", "msDS-User-Account-Control-Computed", "accountExpires", "pwdLastSet", "adminCount",
              "primaryGroupID", "nTSecurityDescriptor"]
    pages = link.extend.standard.paged_search(
        base, "(&(objectCategory=person)(objectClass=user))", attributes=wanted, paged_size=500, generator=True,
        controls=security_descriptor_control(sdflags=7),
    )
    now = time.time()
    known = {}
    with open(out, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        for one in pages:
            if one["type"] != "searchResEntry":
                continue
            raw = one["raw_attributes"]
            data = raw["nTSecurityDescriptor"][0]
            if data not in known or remember is None:
                known[data] = judged(data, sids)
            answers, closed = known[data]
            flags = int(raw["userAccountControl"][0])
            expires = int(raw["accountExpires"][0])
            causes = []
            if raw["adminCount"] and raw["adminCount"][0] == b"1":
                causes.append("protected")
            if not all(answers):
                causes.append("inheritance_stops" if closed else "right_missing")
            if flags & 2:
                causes.append("disabled")
            if flags & 0x40000:
                causes.append("smart_card_required")
            if 0 < expires < 0x7FFFFFFFFFFFFFFF and expires / 1e7 - 11644473600 <= now:
                causes.append("expired")
            if any(sign in part for part in one["dn"].split(",")[1:] for sign in "+\"\\<>;/"):
                causes.append("reserved_names")
            name = raw["sAMAccountName"][0].decode()
            table.writerow(["fails" if causes else "works", name, one["dn"], " ".join(causes)])


def their_throughput(path, sids):
    data = open(path, "rb").read()
    lists = []
    while data:
        (length,) = struct.unpack_from("<I", data)
        lists.append(data[4:4 + length])
        data = data[4 + length:]
    sids, count, started = set(sids) | {"S-1-1-0", "S-1-5-11"}, 0, time.perf_counter()
    while time.perf_counter() - started < 3:
        for one in lists:
            judged(one, sids)
            count += 1
    print(f"{count / (time.perf_counter() - started):.1f}")


def main(folder, users, built):
    tree = build(folder, int(users))
    server = serve(tree)
    try:
        root, secret = f"{tree}/private/tls/ca.pem", b"Passw0rd!Lab\n"
        print(f"{users} users in {UNITS} units")
        ours = measured("wbready scan", [
            f"{built}/wbready", "scan", "--server", f"ldaps://{HOST}", "--bind", "Administrator@lab.test",
            "--password-stdin", "--root", root, "--resolve", f"{HOST}={ADDRESS}", "--timeout", "100",
            "--connector", CONNECTOR, "--csv", os.path.join(folder, "ours.csv"),
        ], secret)
        python = [f"{folder}/venv/bin/python", __file__, "--job", ADDRESS, root, os.path.join(folder, "theirs.csv"), BASE]
        for what, more in [("ldap3 and impacket", []), ("the same, remembering equal lists as we do", ["remember"])]:
            theirs = measured(what, python + more, secret)
            print(f"    {theirs / ours:.1f} times our computing time")
        throughput(folder, tree, built)
    finally:
        server.stdin.close()
        server.terminate()
        server.wait()


if sys.argv[1] == "--job":
    job(*sys.argv[2:])
elif sys.argv[1] == "--throughput":
    their_throughput(sys.argv[2], sys.argv[3:])
else:
    main(*sys.argv[1:])
