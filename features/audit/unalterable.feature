@audit
Feature: The trail cannot be altered unnoticed
  Events hang together like the links of a chain. Nothing that is told can be changed or removed
  without the check finding it, and nothing is done that cannot be told.

  Background:
    Given Priya runs missions at Acme
    And a mission "Survey of Dock 4" over 1 target
    And its first target takes its time to answer
    And the trail of Acme is followed from here on

  @AUD-014 @blocker @security @requires.database @requires.stand_ins
  Scenario: Untouched, the trail is whole, and each event hangs on the one before
    When Priya starts it
    And she pauses it
    And she stops it
    Then the trail of Acme is whole
    And each event of Acme hangs on the one before it

  @AUD-014 @blocker @security @requires.database @requires.stand_ins
  Scenario Outline: Whatever is done to an event behind the platform's back is found
    When Priya starts it
    And she pauses it
    And she stops it
    And somebody who owns the database changes <what> mission.pause
    Then the check of the trail of Acme finds mission.pause broken

    Examples: what an event tells
      | what           |
      | the person of  |
      | the values of  |
      | the time of    |
      | the address of |
      | the deed of    |

  @AUD-014 @critical @security @requires.database @requires.stand_ins
  Scenario Outline: An event that is gone is missed, be it in the middle or the last
    When Priya starts it
    And she pauses it
    And she stops it
    And somebody who owns the database removes <deed>
    Then the check of the trail of Acme misses <deed>

    Examples: where it was
      | deed          |
      | mission.start |
      | mission.stop  |

  @AUD-013 @AUD-014 @critical @security @requires.database @requires.stand_ins
  Scenario: Not even the database changes or removes an event, unless its guard is taken away
    When Priya starts it
    Then the database refuses to change an event, and to remove one
    And the trail of Acme is whole

  @AUD-014 @critical @security @requires.database @requires.stand_ins
  Scenario: One tenant's broken trail leaves another's whole
    Given Priya has started "Survey of Dock 4"
    When somebody who owns the database removes mission.start
    Then the check of the trail of Acme misses mission.start
    And the trail of Globex is whole

  @AUD-014 @critical @concurrency @requires.database @requires.stand_ins @requires.platform_key
  Scenario: Also when many write at once the events follow each other without a gap
    Given Acme may have 10 missions running
    And 8 more missions of Priya
    When all of them are renamed at the same moment
    Then exactly 8 of them are accepted
    And each event of Acme hangs on the one before it
    And the trail of Acme is whole

  @AUD-017 @blocker @chaos @requires.database @requires.stand_ins
  Scenario Outline: What cannot be told is not done
    Given events can be stored no more
    When Priya tries to <verb> "Survey of Dock 4"
    Then she is refused as impossible, since it cannot be told
    And nothing about "Survey of Dock 4" has changed
    When events can be stored again
    Then since then the trail of Acme tells nothing
    And the trail of Acme is whole

    Examples: a change, a verb and a removal
      | verb   |
      | rename |
      | start  |
      | delete |

  @AUD-017 @critical @chaos @requires.database @requires.stand_ins @requires.queue
  Scenario: Work in the background waits until it can be told, and loses nothing
    Given Acme knows the rule "Crane unlit" of high severity
    When Priya starts it
    And its first target is just being asked, and events can be stored no more
    And its first target answers, and the work on it comes to nothing
    And events can be stored again
    Then within 30 seconds "Survey of Dock 4" completes
    And the trail tells of 1 finding of it, once, and of its end

  @AUD-017 @blocker @chaos @requires.database @requires.stand_ins
  Scenario: What the database takes back at the last moment leaves no event
    Given the database takes back every change of a mission
    When Priya tries to rename "Survey of Dock 4"
    Then she is refused as unavailable
    And nothing about "Survey of Dock 4" has changed
    And since then the trail of Acme tells nothing
    And the trail of Acme is whole

  @AUD-017 @critical @integration @requires.database @requires.stand_ins @requires.platform_key
  Scenario: What is taken back leaves no event
    Given Acme may create 1 mission a month
    And the trail of Acme is followed from here on
    When Priya tries to create a mission "Survey of Dock 5"
    Then she is refused as not allowed, since the mission quota is reached
    And since then the trail of Acme tells exactly
      | who   | kind              | deed           | of |
      | Priya | permission denied | mission.create |    |

  @AUD-011 @AUD-002 @AUD-008 @blocker @integration @requires.database @requires.stand_ins @requires.clock @requires.queue
  Scenario: After ninety days an event goes, and not a day before
    Given the trail of Globex is followed from here on
    When 2 days pass
    And Priya deletes the mission
    And all that the trail of Acme tells is noted
    And 89 days pass
    Then what is older than 90 days goes from the trail of Acme, and the rest is left as it was
    And the trail tells of audit_event.purge as the system's doing
    And the rest of the trail of Acme and of that of Globex is whole

  @AUD-011 @critical @integration @requires.database @requires.stand_ins @requires.clock @requires.queue
  Scenario: What is told of attendance stays for six years, and not a day longer
    Given Acme has the gate "North Gate"
    And Ravi works at Acme
    And Ravi has checked in at "North Gate" by a device that is accurate to 10 metres
    And all that the trail of Acme tells is noted
    When 2191 days pass
    Then of that only what was told of attendance is left, as it was
    When 2 days pass
    Then of that nothing is left
