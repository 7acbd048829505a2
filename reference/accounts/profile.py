"""What a person's profile may hold."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator

from reference.core import inputs
from reference.core.inputs import Body, Text, TimeZone


def _phone(text: str) -> str:
    """A number in the one form of E.164, such as +4915112345678."""
    import phonenumbers  # 30 ms: only where a number is given

    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        raise inputs.fault("format", "This must be a telephone number such as +4915112345678.") from None
    form = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if form != text or not phonenumbers.is_possible_number(number):
        raise inputs.fault("format", "This must be a telephone number such as +4915112345678.")
    return text


def _locale(text: str) -> str:
    """A language tag of BCP 47 whose parts are registered, such as de-DE."""
    import langcodes  # 50 ms

    if "_" in text or not langcodes.tag_is_valid(text):
        raise inputs.fault("format", "This must be a language tag such as de-DE.")
    return text


Phone = Annotated[Text(1, 20), AfterValidator(_phone)]
Locale = Annotated[Text(1, 50), AfterValidator(_locale)]


class ProfileChange(Body):
    """Fields that are absent stay, and null empties one."""

    phone: Phone | None = None
    emergency_contact_name: Text(1, 100) | None = None
    emergency_contact_phone: Phone | None = None
    locale: Locale | None = None
    timezone: TimeZone | None = None


def changed(profile: dict[str, Any], change: ProfileChange) -> dict[str, Any]:
    return profile | change.model_dump(exclude_unset=True)
