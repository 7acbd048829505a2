@missions
Feature: Which targets a mission may have
  A mission names hosts, addresses, ranges and web addresses. What is none of these, is named twice
  or lies where the platform may not go is refused, entry by entry, and nothing is created.

  Background:
    Given Priya runs missions at Acme

  @MIS-027 @critical @contract @requires.database
  Scenario Outline: An entry of the scope that is no target is refused by its place
    When Priya tries to create a mission "Round of the gates" over 127.0.0.1 and <entry>
    Then she is refused as incomplete, since its second entry is <fault>
    And Acme has no mission "Round of the gates"

    Examples: what is no target
      | entry               | fault        |
      | dock 4              | malformed    |
      | -dock               | malformed    |
      | 127.0.0.999         | malformed    |
      | 127.0.0.1:0         | malformed    |
      | 127.0.0.1:65536     | malformed    |
      | 127.0.0.1/33        | malformed    |
      | 127.0.0.1/23        | malformed    |
      | ftp://dock.example  | malformed    |
      | http://             | malformed    |
      | 127.0.0.0/23        | out of range |
      | 127.0.0.1           | not allowed  |

  @MIS-027 @normal @contract @requires.database
  Scenario Outline: A mission has at least one target and at most 256
    When Priya tries to create a mission "Round of the gates" over <scope>
    Then she is refused as incomplete, since <what is wrong>
    And Acme has no mission "Round of the gates"

    Examples: too few and too many
      | scope                        | what is wrong                     |
      | nothing                      | scope is too short                |
      | 127.0.1.0/24 and 127.0.0.1   | its second entry is out of range  |

  @MIS-027 @normal @integration @requires.database
  Scenario Outline: Hosts, addresses, ranges and web addresses are targets
    When Priya tries to create a mission "Round of the gates" over <entry>
    Then she succeeds
    And the mission has <targets>

    Examples: every kind, and the largest range
      | entry                        | targets                                    |
      | localhost                    | the target localhost                       |
      | dock-4.example:8080          | the target dock-4.example:8080             |
      | 127.0.0.1                    | the target 127.0.0.1                       |
      | 127.0.0.1:65535              | the target 127.0.0.1:65535                 |
      | 127.0.0.4/30                 | the targets 127.0.0.4, 127.0.0.5, 127.0.0.6 and 127.0.0.7 |
      | 127.0.7.0/24                 | 256 targets                                |
      | http://dock-4.example/gate   | the target http://dock-4.example/gate      |
      | https://127.0.0.1:8443       | the target https://127.0.0.1:8443          |

  @MIS-030 @blocker @security @requires.database
  Scenario Outline: Where the platform may not go it is not sent
    When Priya tries to create a mission "Round of the gates" over 127.0.0.1 and <entry>
    Then she is refused as incomplete, since its second entry is not allowed
    And Acme has no mission "Round of the gates"

    Examples: link-local addresses above all
      | entry                            |
      | 169.254.169.254                  |
      | 169.254.0.1:8080                 |
      | http://169.254.169.254/latest    |
      | 169.254.7.0/28                   |
      | 192.0.2.7                        |
      | 126.255.255.252/30               |
      | http://198.51.100.1              |

  @MIS-030 @blocker @security @requires.database @requires.stand_ins
  Scenario: A target that sends the survey elsewhere is not followed
    Given a mission "Round of the gates" over 1 target
    And its first target sends everybody to another host
    And it has been run
    Then the other host was never asked
    And its targets are surveyed

  @MIS-025 @critical @integration @requires.database @requires.stand_ins
  Scenario Outline: Before its start everything about a mission can be changed
    Given a mission "Survey of Dock 4" that is created
    When Priya tries to change its <field>
    Then she succeeds
    And reading it back shows the new <field> and nothing else changed

    Examples: whatever it was created with
      | field       |
      | name        |
      | description |
      | scope       |
      | goals       |
      | constraints |

  @MIS-025 @critical @integration @requires.database @requires.stand_ins
  Scenario Outline: Once started, only the name and the description can be changed
    Given a mission "Survey of Dock 4" that is <state>
    When Priya tries to change its <field>
    Then <outcome>
    And reading it back shows <change>

    Examples: while it runs
      | state   | field       | outcome                                           | change                                     |
      | running | scope       | she is refused as impossible in its present state | no change                                  |
      | running | goals       | she is refused as impossible in its present state | no change                                  |
      | running | constraints | she is refused as impossible in its present state | no change                                  |
      | running | name        | she succeeds                                      | the new name and nothing else changed        |
      | running | description | she succeeds                                      | the new description and nothing else changed |

    Examples: once it has ended
      | state     | field       | outcome                                           | change                                     |
      | completed | scope       | she is refused as impossible in its present state | no change                                  |
      | stopped   | constraints | she is refused as impossible in its present state | no change                                  |
      | failed    | goals       | she is refused as impossible in its present state | no change                                  |
      | completed | name        | she succeeds                                      | the new name and nothing else changed        |
      | completed | description | she succeeds                                      | the new description and nothing else changed |

  @MIS-025 @critical @integration @requires.database @requires.stand_ins
  Scenario: A change of which a part is refused changes nothing
    Given a mission "Survey of Dock 4" that is completed
    When Priya tries to change its name and its scope
    Then she is refused as impossible in its present state
    And reading it back shows no change
