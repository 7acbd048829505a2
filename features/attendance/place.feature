@attendance
Feature: The place tells whether somebody can be there
  A check-in counts only at the site. A device that does not know its place, or one that was
  somewhere else a moment ago, is not believed.

  Background:
    Given Acme has the gate "North Gate"
    And Ravi works at Acme

  @ATT-015 @blocker @security @requires.database
  Scenario Outline: A device that does not know its place is not believed
    Given Vera is a supervisor at Acme
    When Ravi tries to check in at "North Gate" from latitude <latitude> and longitude <longitude>
    Then he is refused as a place where devices are that do not know theirs
    And nothing is on record of Ravi
    And a high alert is raised of Ravi, without a record: GPS spoofing
    And Vera is notified of "Fraud alert: gps spoofing"

    Examples: where nobody is
      | latitude | longitude |
      | 0        | 0         |
      | 0.001    | -0.001    |

  @ATT-015 @normal @security @requires.database
  Scenario: A little further than that it is a place like others
    When Ravi tries to check in at "North Gate" from latitude 0.0011 and longitude 0
    Then he is refused as outside the fence
    And no alert is raised at Acme

  @ATT-017 @blocker @security @requires.database @requires.clock
  Scenario Outline: Nobody is 1740 km further after ten minutes
    Given Acme has the gate "Far Gate", 1740 km north of "North Gate"
    And Vera is a supervisor at Acme
    And Ravi was at "North Gate" and has left
    When Ravi tries to check in 10 minutes later at "Far Gate", having come <how>
    Then he is refused as impossible travel
    And Ravi has 1 record
    And Vera is notified of "Fraud alert: impossible travel"
    And a high alert is raised of Ravi, without a record: impossible travel

    Examples: whatever takes him
      | how                    |
      | in a way that is not told |
      | on foot                |
      | by bicycle             |
      | by rickshaw            |
      | by ferry               |
      | by bus                 |
      | by tram                |
      | by car                 |
      | by taxi                |
      | by train               |
      | by plane               |

  @ATT-018 @critical @security @requires.database @requires.clock
  Scenario Outline: As fast as the means of transport goes, and a fifth more
    Given Acme has the gate "Far Gate", <metres> metres north of "North Gate"
    And Ravi was at "North Gate" and has left
    When Ravi tries to check in 10 minutes later at "Far Gate", having come <how>
    Then he succeeds

    Examples: just not too fast
      | how                       | metres |
      | in a way that is not told | 1199   |
      | on foot                   | 1199   |
      | by bicycle                | 5999   |
      | by ferry                  | 9999   |
      | by bus                    | 25999  |
      | by car                    | 25999  |
      | by train                  | 59999  |
      | by plane                  | 179999 |

  @ATT-018 @critical @security @requires.database @requires.clock
  Scenario Outline: Faster than the means of transport goes
    Given Acme has the gate "Far Gate", <metres> metres north of "North Gate"
    And Ravi was at "North Gate" and has left
    When Ravi tries to check in 10 minutes later at "Far Gate", having come <how>
    Then he is refused as impossible travel
    And a high alert is raised of Ravi, without a record: impossible travel

    Examples: just too fast
      | how                       | metres |
      | in a way that is not told | 1201   |
      | on foot                   | 1201   |
      | by bicycle                | 6001   |
      | by ferry                  | 10001  |
      | by bus                    | 26001  |
      | by car                    | 26001  |
      | by train                  | 60001  |
      | by plane                  | 180001 |

  @ATT-018 @normal @security @requires.database
  Scenario: A device that errs by some metres has not travelled
    Given Acme has the gate "Next Gate", 199 metres north of "North Gate"
    And Ravi was at "North Gate" and has left
    When Ravi tries to check in at "Next Gate"
    Then he succeeds

  @ATT-018 @normal @security @requires.database
  Scenario: A device that was elsewhere a moment ago has travelled
    Given Acme has the gate "Next Gate", 201 metres north of "North Gate"
    And Ravi was at "North Gate" and has left
    When Ravi tries to check in at "Next Gate"
    Then he is refused as impossible travel

  @ATT-014 @critical @security @requires.database @requires.clock
  Scenario Outline: A device that is not accurate is warned of
    Given at Acme it is Wednesday, 09:00
    When Ravi tries to check in at "North Gate" by a device that is accurate to <accuracy> metres
    Then he succeeds
    And Ravi's record shows a GPS risk of <risk> with <warning>
    And Ravi's record carries <signals>

    Examples: on both sides of the edge
      | accuracy | risk | warning       | signals             |
      | 100      | 0    | no warning    | no signal           |
      | 101      | 0.3  | poor accuracy | the signal poor gps |

  @ATT-016 @critical @security @requires.database @requires.clock
  Scenario Outline: A device whose accuracy jumps is suspicious
    Given at Acme it is Wednesday, 09:00
    And Ravi was at "North Gate" with a device that is accurate to 10 metres, and has left
    And 8 hours pass
    When Ravi tries to check in at "North Gate" by a device that is accurate to <accuracy> metres
    Then he succeeds
    And Ravi's record shows a GPS risk of <risk> with <warning>
    And Ravi's record carries <signals>

    Examples: on both sides of the edge
      | accuracy | risk | warning               | signals                          |
      | 60       | 0    | no warning            | no signal                        |
      | 61       | 0.5  | a jump of its accuracy | the signal accuracy manipulation |

  @ATT-016 @blocker @security @requires.database @requires.clock
  Scenario: A device that is inaccurate all of a sudden is not believed
    Given Ravi was at "North Gate" with a device that is accurate to 10 metres, and has left
    When Ravi tries to check in at "North Gate" by a device that is accurate to 101 metres
    Then he is refused as a place that cannot be relied on
    And Ravi has 1 record
    And no alert is raised at Acme

  @ATT-016 @normal @security @requires.database
  Scenario: A device that was inaccurate before is believed as before
    Given Ravi was at "North Gate" with a device that is accurate to 90 metres, and has left
    When Ravi tries to check in at "North Gate" by a device that is accurate to 140 metres
    Then he succeeds
    And Ravi's record shows a GPS risk of 0.3 with poor accuracy
