@sync
Feature: The devices by which people work
  A device is registered by the person who works with it. Its type says how much its word counts
  where two devices of a person changed the same.

  Background:
    Given Wim is a worker at Acme

  @SYN-008 @critical @contract @requires.database
  Scenario: A tablet is registered by its id and type alone, and never twice
    When Wim registers the tablet "tablet-0007"
    Then it is registered anew, with the priority 60
    When he registers the tablet "tablet-0007"
    Then it is known already, with the priority 60
    And he finds the device "tablet-0007" and no other

  @SYN-008 @normal @contract @requires.database
  Scenario Outline: The larger a device is, the more its word counts
    When Wim registers the <type> "device-0007"
    Then it is registered anew, with the priority <priority>

    Examples: every type there is
      | type    | priority |
      | phone   | 40       |
      | tablet  | 60       |
      | laptop  | 80       |
      | desktop | 100      |

  @SYN-008 @normal @contract @requires.database
  Scenario Outline: What is no device is not registered
    When Wim tries to <register>
    Then he is refused as incomplete, since <field> is <fault>
    And he finds no device

    Examples: ids and types
      | register                                         | field     | fault       |
      | register a watch of no known type                | type      | not allowed |
      | register the phone "phone 7"                     | device_id | malformed   |
      | register the phone "phöne-7"                     | device_id | malformed   |
      | register a device whose id has 4 characters      | device_id | too short   |
      | register a device whose id has 256 characters    | device_id | too long    |
      | register a device whose id has 1000 characters   | device_id | too long    |

  @SYN-008 @normal @contract @requires.database
  Scenario Outline: A device's id may be as brief and as lengthy as that
    When Wim tries to register a device whose id has <count> characters
    Then it is registered anew, with the priority 40

    Examples: the least and the most
      | count |
      | 5     |
      | 255   |

  @SYN-008 @critical @concurrency @requires.database
  Scenario: A device that registers five times at once is one device
    When Wim registers the phone "phone-0007" 5 times at the same moment
    Then of these attempts one made the device and the others found it
    And he finds the device "phone-0007" and no other

  @SYN-007 @critical @contract @requires.database
  Scenario: The list says of each device what it is, and since when it was not seen
    Given Wim has registered the phone "phone-0007"
    When he registers the desktop "desk-0001" as "Gate house"
    And he deactivates the device "phone-0007"
    Then Wim's list of devices is, newest first
      | device     | type    | name       | priority | status   | whose |
      | desk-0001  | desktop | Gate house | 100      | active   | Wim   |
      | phone-0007 | phone   |            | 40       | inactive | Wim   |

  @SYN-039 @blocker @security @requires.database
  Scenario: A colleague's device stays the colleague's
    Given Opal is an operator at Acme
    And Opal has registered the phone "phone-0007"
    When Wim tries to register the tablet "phone-0007"
    Then he is refused as already used
    And he finds no device
    And Opal's list of devices is, newest first
      | device     | type  | name | priority | status | whose |
      | phone-0007 | phone |      | 40       | active | Opal  |

  @SYN-039 @critical @security @requires.database
  Scenario: A colleague's deactivated device is not free either
    Given Opal is an operator at Acme
    And Opal has registered the phone "phone-0007"
    And Opal has deactivated the device "phone-0007"
    When Wim tries to register the phone "phone-0007"
    Then he is refused as already used

  @SYN-039 @normal @integration @requires.database
  Scenario: At another tenant a device may have the same id
    Given Gleb is an operator at Globex
    And Gleb has registered the phone "phone-0007"
    When Wim registers the phone "phone-0007"
    Then it is registered anew, with the priority 40
    And Gleb finds the device "phone-0007" and no other

  @SYN-039 @critical @security @requires.database
  Scenario: Only administrators reach the devices of others
    Given Wim has registered the phone "phone-0007"
    And Sam is a supervisor at Acme
    When Sam tries to read, name and deactivate the device "phone-0007"
    Then all of it is refused as unknown
    And Sam finds no device
    Given Ada is an administrator at Acme
    When Ada names the device "phone-0007" "Lost at the gate"
    Then she succeeds
    And Ada's list of devices is, newest first
      | device     | type  | name             | priority | status | whose |
      | phone-0007 | phone | Lost at the gate | 40       | active | Wim   |

  @partly.SYN-038 @blocker @security @requires.database
  Scenario: A deactivated device is disconnected, and its person's other devices are not
    Given Wim has registered the phone "phone-0007"
    And he has registered the tablet "tablet-0007"
    And he is connected by the device "phone-0007"
    And he is connected by the device "tablet-0007"
    When he deactivates the device "phone-0007"
    Then the device "phone-0007" is told that it is deactivated, and is disconnected
    And the device "tablet-0007" is still connected

  @partly.SYN-038 @normal @integration @requires.database
  Scenario: A device that was deactivated is good again once it is registered again
    Given Wim has registered the phone "phone-0007"
    And he has deactivated the device "phone-0007"
    When he registers the phone "phone-0007"
    Then it is known already, with the priority 40
    And Wim's list of devices is, newest first
      | device     | type  | name | priority | status | whose |
      | phone-0007 | phone |      | 40       | active | Wim   |

  @API-053 @critical @concurrency @requires.database
  Scenario: Of two who name a device from the same version one does
    Given Wim has registered the phone "phone-0007"
    And Ada is an administrator at Acme
    When Wim and Ada name the device "phone-0007" from version 1 at the same moment
    Then exactly 1 of them is accepted
    And the other one is refused as outdated, since there is version 2 now
    And for Wim the device "phone-0007" is as the one who was accepted left it

