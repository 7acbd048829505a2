@attendance
Feature: Coming to a site
  Whoever works at a site says so at its gate. The record that follows holds all that was sent, and
  waits for a reviewer.

  Background:
    Given Acme has the gate "North Gate"

  @ATT-001 @blocker @e2e @requires.database @requires.clock
  Scenario: Somebody comes to a site and leaves it again
    Given at Acme it is Wednesday, 09:00
    And Ravi works at Acme
    When Ravi checks in at "North Gate"
    Then Ravi is in at "North Gate", and that waits for a reviewer
    And Ravi's record has the fraud score 0, which is minimal
    When Ravi checks out 7 hours later
    Then Ravi has worked 420 regular and 0 overtime minutes
    And Ravi's record has the fraud score 0, which is minimal
    And no alert is raised at Acme

  @ATT-004 @critical @integration @requires.database
  Scenario: A check-in can be read back as it was sent
    Given Ravi works at Acme
    When Ravi checks in at "North Gate", saying when, how and by which device he came
    Then he can read back what was sent with the check-in

  @ATT-022 @blocker @security @requires.database
  Scenario Outline: Nobody checks in whose place and face may not be looked at
    Given Ravi, a worker at Acme, lets <what> be looked at
    When Ravi tries to check in at "North Gate"
    Then he is refused for want of consent
    And nothing is on record of Ravi

    Examples: one is not enough
      | what                   |
      | only the place         |
      | only the face          |
      | neither place nor face |

  @ATT-022 @critical @security @requires.database
  Scenario: Who was never asked what may be looked at does not check in
    Given Ravi is a worker at Acme, who was never asked what may be looked at
    When Ravi tries to check in at "North Gate"
    Then he is refused for want of consent

  @ATT-022 @critical @security @requires.database
  Scenario: Who takes consent back does not check in any more, and does again after giving it anew
    Given Ravi works at Acme
    And Ravi was at "North Gate" and has left
    When Ravi lets only the place be looked at from now on
    And he tries to check in at "North Gate"
    Then he is refused for want of consent
    When Ravi lets both place and face be looked at from now on
    And he tries to check in at "North Gate"
    Then he succeeds

  @ATT-035 @blocker @integration @requires.database
  Scenario: Who is in already does not check in a second time
    Given Acme has the gate "South Gate"
    And Ravi works at Acme
    And Ravi has checked in at "North Gate"
    When Ravi tries to check in at "South Gate"
    Then he is refused since he is in already, and told which record is open
    And Ravi has 1 record
    And Ravi's record is as it was

  @ATT-035 @critical @integration @requires.database
  Scenario: Who has left comes again
    Given Ravi works at Acme
    And Ravi was at "North Gate" and has left
    When Ravi tries to check in at "North Gate"
    Then he succeeds
    And Ravi has 2 records

  @ATT-039 @critical @concurrency @requires.database
  Scenario: Of ten check-ins at the same moment one counts
    Given Ravi works at Acme
    When Ravi tries to check in at "North Gate" 10 times at the same moment
    Then exactly 1 of them is accepted
    And each of the others is told which record is open
    And Ravi has 1 record
    And no alert is raised at Acme

  @ATT-035 @critical @integration @requires.database
  Scenario: Who comes without consent is told of that first, and who is in, before the place is looked at
    Given Ravi works at Acme
    And Ravi has checked in at "North Gate"
    When Ravi tries to check in 500 metres north of "North Gate"
    Then he is refused since he is in already, and told which record is open
    When Ravi lets only the place be looked at from now on
    And he tries to check in 500 metres north of "North Gate"
    Then he is refused for want of consent

  @ATT-001 @normal @contract @requires.database
  Scenario Outline: A check-in is of now: some seconds ahead, or some minutes back, at the most
    Given Ravi works at Acme
    When Ravi tries to check in at "North Gate" as of <moment>
    Then he succeeds

    Examples: near enough
      | moment            |
      | 55 seconds ahead  |
      | 295 seconds ago   |

  @ATT-001 @normal @contract @requires.database
  Scenario Outline: A check-in that is not of now is refused
    Given Ravi works at Acme
    When Ravi tries to check in at "North Gate" as of <moment>
    Then he is refused as incomplete, since at is out of range
    And nothing is on record of Ravi

    Examples: too far away
      | moment            |
      | 65 seconds ahead  |
      | 301 seconds ago   |

  @ATT-013 @critical @contract @requires.database
  Scenario Outline: What is no place on the globe is refused
    Given Ravi works at Acme
    When Ravi tries to check in at "North Gate" with <what> <value>
    Then he is refused as incomplete, since <field> is out of range
    And nothing is on record of Ravi
    And no alert is raised at Acme

    Examples: just beyond
      | what           | value   | field               |
      | a latitude of  | 90.1    | location.latitude   |
      | a latitude of  | -90.1   | location.latitude   |
      | a longitude of | 180.1   | location.longitude  |
      | a longitude of | -180.1  | location.longitude  |
      | an accuracy of | 1000.1  | location.accuracy_m |
      | an accuracy of | -0.1    | location.accuracy_m |

  @ATT-013 @normal @contract @requires.database
  Scenario Outline: The edges of the globe are places, though far from the gate
    Given Ravi works at Acme
    When Ravi tries to check in at "North Gate" with <what> <value>
    Then he is refused as outside the fence

    Examples: the last that there are
      | what           | value |
      | a latitude of  | 90    |
      | a latitude of  | -90   |
      | a longitude of | 180   |
      | a longitude of | -180  |

  @ATT-013 @normal @contract @requires.database
  Scenario Outline: A device may be as accurate, and as inaccurate, as there are
    Given Ravi works at Acme
    When Ravi tries to check in at "North Gate" with an accuracy of <metres>
    Then he succeeds

    Examples: the best and the worst
      | metres |
      | 0      |
      | 1000   |

  @API-034 @normal @contract @requires.database
  Scenario Outline: The name of a device has its bounds
    Given Ravi works at Acme
    When Ravi tries to check in at "North Gate" by a device whose id has <count> characters
    Then he is refused as incomplete, since device.device_id is <fault>
    And nothing is on record of Ravi

    Examples: too little and too much
      | count | fault     |
      | 4     | too short |
      | 256   | too long  |
      | 1000  | too long  |

  @API-034 @normal @contract @requires.database
  Scenario Outline: A device may be called as briefly and as lengthily as that
    Given Ravi works at Acme
    When Ravi tries to check in at "North Gate" by a device whose id has <count> characters
    Then he succeeds

    Examples: the last that are allowed
      | count |
      | 5     |
      | 255   |

  @ATT-038 @critical @security @requires.database
  Scenario: Whoever works finds the own records alone, and who reviews finds all
    Given Ravi works at Acme
    And Mina works at Acme
    And Vera is a supervisor at Acme
    And Ravi has checked in at "North Gate"
    And Mina has checked in at "North Gate"
    Then Ravi finds the records of Ravi alone
    And Vera finds the records of Ravi and Mina alone
    When Mina tries to read the record of Ravi
    Then she is refused as unknown

  @ATT-038 @normal @security @requires.database
  Scenario: Nobody comes or leaves in another's place
    Given Ravi works at Acme
    And Vera comes to the sites of Acme as a supervisor
    And Mina works at Acme
    And Ravi has checked in at "North Gate"
    When Mina tries to check Ravi out
    Then she is refused as unknown
    When Vera tries to check Ravi out
    Then she is refused as not allowed
    And Ravi's record is as it was

  @ATT-003 @normal @security @requires.database
  Scenario: Another tenant's people share no device with anybody here
    Given Globex has the gate "Far Gate"
    And Gleb works at Globex
    And Ravi works at Acme
    And Gleb has checked in at "Far Gate"
    When Ravi checks in at "North Gate" with Gleb's device
    Then no alert is raised at Acme
    And no alert is raised at Globex

  @ATT-001 @critical @integration @requires.database
  Scenario: Reviewers see at once who comes and leaves, and nobody else does
    Given Vera, a supervisor at Acme, watches the tenant
    And Ada, an administrator at Acme, watches the tenant
    And Olga, an operator at Acme, watches the tenant
    And Ravi works at Acme
    When Ravi checks in at "North Gate"
    Then Vera sees at once that Ravi has checked in at "North Gate"
    And Ada sees at once that Ravi has checked in at "North Gate"
    When Ravi checks out
    Then Vera sees at once that Ravi has checked out at "North Gate"
    And Olga is told nothing of who comes and leaves

  @ATT-015 @critical @security @requires.database
  Scenario: Reviewers see at once that there is an alert, and nobody else does
    Given Vera, a supervisor at Acme, watches the tenant
    And Olga, an operator at Acme, watches the tenant
    And Ravi works at Acme
    When Ravi tries to check in at "North Gate" from latitude 0 and longitude 0
    Then Vera sees at once that there is an alert
    And Olga is told nothing of who comes and leaves
