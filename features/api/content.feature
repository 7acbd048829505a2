@api
Feature: What is sent and answered
  Everything is JSON in UTF-8, whatever the caller says to like better. Texts come back as they were
  sent, and moments in UTC.

  Background:
    Given Priya runs missions at Acme

  @API-013 @normal @contract @requires.database
  Scenario: Who does not say what they take is answered with JSON
    When Priya asks for "/api/v2/missions" without the header "Accept"
    Then the answer is 200
    And the answer is JSON in UTF-8

  @API-014 @normal @contract @requires.database
  Scenario Outline: Whatever somebody says to take, the answer is the same
    When Priya asks for "/api/v2/missions" without the header "Accept"
    And she asks for "/api/v2/missions", saying that "Accept" is "<taken>"
    Then both answers are alike, and JSON in UTF-8

    Examples: JSON, anything, and something else
      | taken                       |
      | application/json            |
      | */*                         |
      | text/html                   |
      | application/xml;q=0.9       |
      | application/json;version=99 |

  @API-015 @normal @contract @requires.database @requires.stand_ins
  Scenario: A verb needs no body, and no kind of content
    Given a mission "Survey of Dock 4" over 1 target
    And its first target takes its time to answer
    When Priya sends the bare verbs start, pause, resume and stop to it, each of which is carried out
    Then "Survey of Dock 4" is stopped

  @API-016 @normal @integration @requires.database
  Scenario Outline: Harmless text comes back as it was sent
    When Priya creates a mission with this name and description
      """
      <text>
      """
    Then reading it back shows this text, unchanged

    Examples: signs that mean something elsewhere
      | text                              |
      | Dock & crane; gate (north)        |
      | 5 $ \| 10 $, "quoted" and 'so'    |
      | -- no comment /* none either */   |
      | Œuvre № 7 · Łódź · 東京 · مرسى · 🚢 |
      | 100 % \\ \n {{name}} ${HOME}      |

  @API-051 @critical @security @requires.database
  Scenario Outline: What is meant as an attack is text
    Given what Globex has is noted
    When Priya creates a mission with this name and description
      """
      <text>
      """
    Then reading it back shows this text, unchanged
    And she finds exactly 1 mission
    And what Globex has is as it was

    Examples: for databases, pages, paths, headers and templates
      | text                                                       |
      | '; DROP TABLE missions; --                                 |
      | ' OR '1'='1                                                |
      | x'); DELETE FROM people WHERE ('1'='1                      |
      | <script>alert(document.cookie)</script>                    |
      | "><img src=x onerror=alert(1)>                             |
      | ../../../../etc/passwd                                     |
      | %0d%0aSet-Cookie: session=evil                             |
      | {{7*7}} ${7*7} #{7*7} <%= 7*7 %>                           |
      | () { :; }; /bin/sh -c 'id'                                 |
      | =HYPERLINK("http://pages.example","here")                  |

  @API-051 @critical @security @requires.database @requires.stand_ins
  Scenario Outline: What is meant as an attack is text in what somebody says of a finding, and no target
    Given a mission "Round of the gates" over 1 target
    And its first target lacks a content security policy
    And it has been run
    When Priya marks the finding as a false positive with these words
      """
      <text>
      """
    Then the finding is a false positive, as Priya said, with these words unchanged
    When Priya tries to create a mission over this target
      """
      <text>
      """
    Then she is refused as incomplete, since its first entry is malformed
    And she finds exactly 1 mission

    Examples: for databases, pages, paths, headers and templates
      | text                                    |
      | '; DROP TABLE missions; --              |
      | <script>alert(document.cookie)</script> |
      | ../../../../etc/passwd                  |
      | %0d%0aSet-Cookie: session=evil          |
      | {{7*7}} ${7*7} #{7*7} <%= 7*7 %>        |

  @API-051 @critical @security @requires.database @requires.stand_ins
  Scenario Outline: What is meant as an attack is text in what somebody says of an approval, and no goal
    Given Acme knows the risky rule "Reset of the controller"
    And a mission "Round of the gates" over 1 target with the rule "Reset of the controller" alone
    And "Round of the gates" waits for approval
    And Sara is a supervisor at Acme
    When Sara rejects it with these words
      """
      <text>
      """
    Then Sara is answered with the decision: rejected, by her, with these words unchanged
    When Priya tries to create a mission with this goal
      """
      <text>
      """
    Then she is refused as incomplete, since goals.0 is not allowed
    And she finds exactly 1 mission

    Examples: for databases, pages, paths, headers and templates
      | text                                    |
      | '; DROP TABLE missions; --              |
      | <script>alert(document.cookie)</script> |
      | ../../../../etc/passwd                  |
      | %0d%0aSet-Cookie: session=evil          |
      | {{7*7}} ${7*7} #{7*7} <%= 7*7 %>        |

  @API-050 @critical @security @requires.database
  Scenario Outline: A request id is a text and nothing else
    Given a request POST "/api/v2/missions"
    And it is sent in the name of Priya
    And the header "X-Request-ID" is "<id>"
    And the body is
      """
      {"name": "Round", "scope": ["127.0.0.1"], "goals": ["report"]}
      """
    When the request is sent
    Then the answer is 201
    And the header "X-Request-ID" of the answer is "<id>"
    And in the answer "request_id" is "<id>"
    And she finds exactly 1 mission

    Examples: quotes, comments and commands
      | id                            |
      | 7'; DROP TABLE missions; --   |
      | ' OR ''=' /* and so on */     |
      | $(id) `id` \|\| true          |

  @API-033 @normal @contract @requires.database
  Scenario: What is left out has its default
    When Priya sends POST to "/api/v2/missions"
      """
      {"name": "Round", "scope": ["127.0.0.1"], "goals": ["report"]}
      """
    Then the answer is 201
    And in the answer "description" is ""
    And in the answer "rule_ids" is
      """
      null
      """
    And in the answer "constraints" is
      """
      {"pause_ms": 0, "max_duration_minutes": 60, "approval_timeout_seconds": 86400}
      """

  @API-017 @normal @contract @requires.database
  Scenario Outline: A moment is said with its offset, in whatever form
    Given Ada is an administrator at Acme
    When Ada asks for "/api/v2/audit/events?at_from=<moment>&at_to=<moment>"
    Then the answer is 200
    And in the answer "total" is
      """
      0
      """

    Examples: one moment, said in four ways
      | moment                            |
      | 2026-11-28T20:49:00Z              |
      | 2026-11-28T20:49:00%2B00:00       |
      | 2026-11-28T22:19:00.000%2B01:30   |
      | 2026-11-28t13:49:00-07:00         |

  @API-017 @normal @contract @requires.database
  Scenario Outline: A moment that is kept comes back as the same one, said with Z
    Given Ada is an administrator at Acme
    When Ada sends POST to "/api/v2/work-orders"
      """
      {"title": "Repair of the crane", "planned_start": "<moment>"}
      """
    Then the answer is 201
    And in the answer "planned_start" is "2027-01-28T20:49:00Z"

    Examples: one moment, said in four ways
      | moment                        |
      | 2027-01-28T20:49:00Z          |
      | 2027-01-28T20:49:00+00:00     |
      | 2027-01-28T22:19:00.000+01:30 |
      | 2027-01-28t13:49:00-07:00     |

  @API-017 @normal @contract @requires.database
  Scenario: A moment that is to be kept needs its offset
    Given Ada is an administrator at Acme
    When Ada sends POST to "/api/v2/work-orders"
      """
      {"title": "Repair of the crane", "planned_start": "2027-01-28T20:49:00"}
      """
    Then it is refused for exactly these faults
      | field         | code   |
      | planned_start | format |

  @API-017 @normal @contract @requires.database
  Scenario Outline: A moment without an offset, or one that never is, is refused
    Given Ada is an administrator at Acme
    When Ada asks for "/api/v2/audit/events?at_from=<moment>"
    Then it is refused for exactly these faults
      | field   | code   |
      | at_from | format |

    Examples: no offset, no time, no such day, no such month
      | moment                |
      | 2026-11-28T20:49:00   |
      | 2026-11-28            |
      | 2026-02-30T20:49:00Z  |
      | 2026-13-01T20:49:00Z  |
      | yesterday             |
      | 1795898940            |
