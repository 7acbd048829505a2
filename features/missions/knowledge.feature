@missions
Feature: The knowledge that surveys apply
  A tenant's rules say what a survey looks for. They can be added, changed, switched off and, as long
  as nothing was found with them, deleted; a mission that runs keeps the rules it started with.

  Background:
    Given Priya runs missions at Acme

  @MIS-009 @critical @e2e @requires.database @requires.stand_ins
  Scenario: A new rule finds something in the next mission, and nothing once it is switched off
    Given Acme knows the rule "Gate left open" of high severity
    And a mission "Round of the gates" over 1 target
    And it has been run
    Then its findings are
      | target | what           | severity | status |
      | 1      | Gate left open | high     | open   |
    When Priya switches the rule "Gate left open" off
    And a mission "Second round of the gates" over 1 target is created
    And it is run to its end
    Then it has no findings
    And no target of it was asked for "Gate left open"

  @MIS-009 @critical @integration @requires.database @requires.stand_ins
  Scenario Outline: Each kind of check finds what it is for, and nothing else
    Given a rule "Sign at the gate" that checks <check>
    And a mission "Round of the gates" over 2 targets
    And its second target shows <beside>
    And its first target shows <shown>
    And it has been run
    Then its findings are
      | target | what             | severity | status |
      | 1      | Sign at the gate | medium   | open   |

    Examples: the four kinds
      | check | shown | beside |
      | for the status 503 | the status 503 | the status 500 |
      | for a missing header Strict-Transport-Security | no header Strict-Transport-Security | the status 200 |
      | for a header X-Powered-By like dock/[12]$ | the header X-Powered-By: old dock/2 | the header X-Powered-By: dock/21 |
      | for the text open to all | the text gate is open to all | the text gate is open to some |

  @MIS-021 @critical @integration @requires.database @requires.stand_ins
  Scenario: The knowledge is listed page by page and searched by word
    Given Acme knows these rules
      | title                | category | severity | description                    |
      | Crane without a lock | cranes   | high     | Anybody can lift               |
      | Lamp out of order    | lights   | low      | Ships cannot see the CRANE     |
      | Camera looks away    | lights   | medium   | Nobody sees who comes          |
    Then the knowledge in pages of 2 shows each of its 6 rules exactly once
    And asking the knowledge gives
      | asked for                     | found                                   |
      | q crane                       | Crane without a lock, Lamp out of order |
      | q LIGHT                       | Lamp out of order, Camera looks away    |
      | q look                        | Camera looks away                       |
      | category lights               | Lamp out of order, Camera looks away    |
      | severity high,low, q crane    | Crane without a lock, Lamp out of order |
      | category lights, severity low | Lamp out of order                       |
      | q 100%                        |                                         |
      | q C%e                         |                                         |

  @MIS-021 @normal @integration @requires.database @requires.stand_ins
  Scenario: Rules that are switched off are listed as such
    Given Acme knows the rule "Gate left open" of high severity
    And Acme knows the rule "Lamp out of order" of low severity
    When Priya switches the rule "Gate left open" off
    Then asking the knowledge gives
      | asked for                    | found             |
      | enabled false                | Gate left open    |
      | enabled true, q lamp         | Lamp out of order |

  @MIS-022 @critical @integration @requires.database @requires.stand_ins
  Scenario: A rule with which something was found stays
    Given Acme knows the rule "Gate left open" of high severity
    And a mission "Round of the gates" over 1 target
    And it has been run
    When Priya tries to delete the rule "Gate left open"
    Then she is refused as in use
    And Acme still knows the rule "Gate left open"
    When she deletes the mission
    And she deletes the rule "Gate left open"
    Then Acme does not know the rule "Gate left open"

  @MIS-022 @critical @e2e @requires.database @requires.stand_ins
  Scenario: A mission that runs keeps the rules that it started with
    Given Acme knows the rule "Gate left open" of high severity
    And a mission "Round of the gates" over 2 targets
    And its first target takes its time to answer
    And Priya has started "Round of the gates"
    When she switches the rule "Gate left open" off
    And Acme knows the rule "Lamp out of order" of low severity
    And its first target answers
    Then it completes
    And its findings are
      | target | what           | severity | status |
      | 1      | Gate left open | high     | open   |
      | 2      | Gate left open | high     | open   |

  @MIS-021 @normal @integration @requires.database @requires.stand_ins
  Scenario: The number of a rule is never given again
    Given Acme knows the rule "Gate left open" of high severity
    Then the rule "Gate left open" is numbered KB-004
    When Priya deletes the rule "Gate left open"
    And Acme knows the rule "Lamp out of order" of low severity
    Then the rule "Lamp out of order" is numbered KB-005

  @MIS-022 @normal @concurrency @requires.database @requires.stand_ins
  Scenario: A change of a rule that has changed meanwhile is refused
    Given Acme knows the rule "Gate left open" of high severity
    And Priya has read the rule "Gate left open"
    When the administrator of Acme switches the rule "Gate left open" off
    And Priya tries to rename the rule "Gate left open" that she read
    Then she is refused as outdated, since there is version 2 now
    And the rule "Gate left open" is called so, and switched off

  @MIS-021 @normal @contract @requires.database
  Scenario Outline: A rule that could not be applied is not taken
    When Priya tries to add a rule with <what>
    Then she is refused as incomplete, since <what is wrong>
    And Acme knows 3 rules

    Examples: what is wrong with it
      | what                      | what is wrong                |
      | no title                  | title is required            |
      | a title of 201 characters | title is too long            |
      | a severity of its own     | severity is not allowed      |
      | a status of 99            | check.value is out of range  |
      | a status of 600           | check.value is out of range  |
      | a check of its own kind   | check.kind is not allowed    |
      | a pattern that is none    | check.pattern is malformed   |

  @MIS-032 @critical @security @requires.database @requires.stand_ins
  Scenario Outline: Who may only look changes nothing of the knowledge
    When Vera, a viewer at Acme, tries to <do> a rule
    Then she is refused as not allowed
    And the knowledge of Acme is as it was

    Examples: everything that can be done to the knowledge
      | do     |
      | add    |
      | change |
      | delete |

  @MIS-022 @critical @integration @requires.database @requires.stand_ins
  Scenario: A rule stays even if all that was found with it was none
    Given Acme knows the rule "Gate left open" of high severity
    And a mission "Round of the gates" over 1 target
    And it has been run
    When Priya marks the finding "Gate left open" as a false positive with the words "The guard stood there"
    And Priya tries to delete the rule "Gate left open"
    Then she is refused as in use

  @MIS-009 @normal @integration @requires.database @requires.stand_ins
  Scenario: A long page is read to its end
    Given a rule "Sign at the gate" that checks for the text open to all
    And a mission "Round of the gates" over 1 target
    And its first target says "open to all" only after 1000000 other signs
    And it has been run
    Then its findings are
      | target | what             | severity | status |
      | 1      | Sign at the gate | medium   | open   |
