"""Judges signed files with pyHanko: hanko.py ROOT.pem FILE...; one line for each file, "valid" or "invalid", a tab, and
what was found. A file is valid when it has two signatures, or one where its name says so, and all of them are valid and
trusted, with no other changes than those that signing makes."""

import logging
import sys

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)
root = load_cert_from_pemder(sys.argv[1])
for name in sys.argv[2:]:
    try:
        with open(name, "rb") as file:
            reader = PdfFileReader(file)
            wanted = 1 if "once" in name else 2
            found = reader.embedded_signatures
            said = []
            valid = len(found) == wanted
            for signature in found:
                # A context of its own for each: validation paths are remembered.
                context = ValidationContext(trust_roots=[root], allow_fetching=False, revocation_mode="soft-fail")
                status = validate_pdf_signature(signature, context, context)
                valid = valid and status.bottom_line
                stamp = status.timestamp_validity
                said.append(
                    f"{signature.field_name} {status.summary()} bottom={status.bottom_line}"
                    + (f" stamp={stamp.valid and stamp.trusted}" if stamp is not None else "")
                )
            # What is appended after the last signature is changed by nobody who signed.
            if found:
                file.seek(0, 2)
                end = file.tell()
                covered = found[-1].byte_range[2] + found[-1].byte_range[3]
                if covered != end:
                    said.append(f"{end - covered} bytes after the last signature")
                    valid = False
            print(("valid" if valid else "invalid") + "\t" + "; ".join(said))
    except Exception as error:  # noqa: BLE001 - whatever it is, the file is not valid
        print("invalid\t" + type(error).__name__ + " " + str(error).replace("\n", " ").replace("\t", " ")[:200])
