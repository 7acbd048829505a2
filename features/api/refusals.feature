@api
Feature: How it is refused
  Every refusal, of whatever area and for whatever reason, has one shape and says what would help.
  All faults are told at once, and nothing of the inside is told at all.

  Background:
    Given Priya runs missions at Acme

  @API-024 @API-049 @blocker @security @requires.database
  Scenario: Whatever is refused has one shape, and tells nothing of the inside
    When Priya is refused in every way that there is
    Then each refusal is a problem document with its status and request id
    And no refusal tells anything of the inside

  @API-024 @normal @contract
  Scenario: Even what is no HTTP is refused in this shape
    When something is sent that is no HTTP
    Then the answer is a problem document for 400

  @API-026 @critical @contract @requires.database
  Scenario: Each fault is told with its place, a code and words
    When Priya sends POST to "/api/v2/missions"
      """
      {"name": "Round", "scope": ["127.0.0.1"], "goals": ["report", "fun"], "constraints": {"pause_ms": 5001}}
      """
    Then it is refused for exactly these faults
      | field                | code         |
      | goals.1              | not_allowed  |
      | constraints.pause_ms | out_of_range |

  @API-027 @normal @contract @requires.database
  Scenario Outline: What is no JSON object is refused, and nothing is stored
    When Priya sends POST to "/api/v2/missions"
      """
      <body>
      """
    Then the answer is a problem document for 400
    And Priya finds exactly 0 missions

    Examples: broken, or something else
      | body                       |
      | {"name": "Round", "scope": |
      | name=Round                 |
      | ["Round"]                  |
      | "Round"                    |
      | {"name": NaN}              |
      | null                       |

  @API-028 @API-029 @API-030 @API-032 @critical @contract @requires.database
  Scenario Outline: One fault is told once, and nothing is made of the rest
    When Priya sends POST to "/api/v2/missions"
      """
      <body>
      """
    Then it is refused for exactly these faults
      | field   | code   |
      | <field> | <code> |
    And Priya finds exactly 0 missions

    Examples: something is missing, of the wrong kind, empty, or not known
      | body                                                                                | field     | code          |
      | {"name": "Round", "scope": ["127.0.0.1"]}                                           | goals     | required      |
      | {"scope": ["127.0.0.1"], "goals": ["report"]}                                       | name      | required      |
      | {"name": 7, "scope": ["127.0.0.1"], "goals": ["report"]}                            | name      | type          |
      | {"name": "", "scope": ["127.0.0.1"], "goals": ["report"]}                           | name      | too_short     |
      | {"name": "  ", "scope": ["127.0.0.1"], "goals": ["report"]}                         | name      | too_short     |
      | {"name": "Round", "scope": "127.0.0.1", "goals": ["report"]}                        | scope     | type          |
      | {"name": "Round", "scope": {"0": "127.0.0.1"}, "goals": ["report"]}                 | scope     | type          |
      | {"name": "Round", "scope": ["127.0.0.1"], "goals": ["report"], "tenant_id": "acme"} | tenant_id | unknown_field |
      | {"name": "Round", "scope": ["127.0.0.1"], "goals": ["report"], "status": "running"} | status    | unknown_field |
      | {"name": "Round", "scope": ["127.0.0.1"], "goals": ["report"], "Name": "Tour"}      | Name      | unknown_field |

  @API-030 @normal @contract @requires.database
  Scenario: Of an empty object everything is missing
    When Priya sends POST to "/api/v2/missions"
      """
      {}
      """
    Then it is refused for exactly these faults
      | field | code     |
      | name  | required |
      | scope | required |
      | goals | required |

  @API-031 @critical @contract @requires.database
  Scenario: Three faults are told together, and none hides another
    When Priya sends POST to "/api/v2/missions"
      """
      {"name": 7, "scope": ["127.0.0.1"], "rule_ids": ["no id"], "colour": "blue", "goals": ["report"]}
      """
    Then it is refused for exactly these faults
      | field      | code          |
      | name       | type          |
      | rule_ids.0 | format        |
      | colour     | unknown_field |

  @API-035 @critical @contract @requires.database
  Scenario: What is no id is as unknown as an id that nobody has
    Given Ada is an administrator at Acme
    Then whatever Ada reads, what is no id is as unknown as an id that nobody has
      | instead of an id                       |
      | 1                                      |
      | nothing                                |
      | 00000000-0000-0000-0000-00000000000    |
      | 00000000-0000-0000-0000-00000000000g   |
      | %7B00000000-0000-0000-0000-000000000000%7D |
      | %00                                    |
      | 1%27%20OR%20%271%27=%271               |

  @API-035 @critical @contract @requires.database
  Scenario Outline: What cannot be stored is refused
    When Priya sends POST to "/api/v2/missions"
      """
      <body>
      """
    Then it is refused for exactly these faults
      | field   | code   |
      | <field> | <code> |

    Examples: a sign that is none, and numbers out of their range
      | body | field | code |
      | {"name": "Ro\u0000und", "scope": ["127.0.0.1"], "goals": ["report"]} | name | format |
      | {"name": "Ro\ud800und", "scope": ["127.0.0.1"], "goals": ["report"]} | name | format |
      | {"name": "Round", "scope": ["127.0.0.1"], "goals": ["report"], "constraints": {"pause_ms": -1}} | constraints.pause_ms | out_of_range |
      | {"name": "Round", "scope": ["127.0.0.1"], "goals": ["report"], "constraints": {"pause_ms": 99999999999999999999999999}} | constraints.pause_ms | out_of_range |
      | {"name": "Round", "scope": ["127.0.0.1"], "goals": ["report"], "constraints": {"pause_ms": 1.5}} | constraints.pause_ms | type |

  @API-036 @normal @contract @requires.database
  Scenario Outline: Another kind of content is refused
    Given a request POST "/api/v2/missions"
    And it is sent in the name of Priya
    And the header "Content-Type" is "<kind>"
    And the body is
      """
      {"name": "Round", "scope": ["127.0.0.1"], "goals": ["report"]}
      """
    When the request is sent
    Then the answer is a problem document for 415
    And Priya finds exactly 0 missions

    Examples: other kinds
      | kind                              |
      | text/plain                        |
      | application/xml                   |
      | application/x-www-form-urlencoded |
      | multipart/form-data; boundary=x   |

  @API-036 @critical @contract @requires.database
  Scenario: A body of 10 MB is read, and one byte more is not
    When Priya sends a mission of 10485760 bytes
    Then it is refused for exactly these faults
      | field | code     |
      | name  | too_long |
      | scope | required |
      | goals | required |
    When Priya sends a mission of 10485761 bytes
    Then the answer is a problem document for 413

  @API-061 @normal @contract @requires.database
  Scenario: A refusal leaves the connection of use, or ends it as announced
    Then after each kind of refusal Priya's connection is of use, or closed as was announced
