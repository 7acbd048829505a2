@exports
Feature: Technologies
  What a project uses, or thinks of using: in one of 7 domains, at one of 6 stages.

  Background:
    Given Priya runs missions at Acme
    And Priya has the project "Harbour lights"

  @EXP-033 @critical @contract @requires.database
  Scenario: A technology that says no more than its domain is to be discovered
    When Priya adds the technology "Sonar"
      | domain |
      | ai-ml  |
    Then the technology reads exactly
      | title | domain | status    | relevance_score | priority |
      | Sonar | ai-ml  | discovery | 50              | 3        |

  @EXP-033 @normal @contract @requires.database
  Scenario Outline: A technology has each domain and each stage
    When Priya adds the technology "Sonar"
      | domain   | status   | relevance_score | priority   |
      | <domain> | <status> | <relevance>     | <priority> |
    Then the technology reads exactly
      | title | domain   | status   | relevance_score | priority   |
      | Sonar | <domain> | <status> | <relevance>     | <priority> |

    Examples: each word once, and both ends of the numbers
      | domain         | status         | relevance | priority |
      | audio-dsp      | discovery      | 0         | 1        |
      | ai-ml          | research       | 100       | 5        |
      | music-theory   | evaluation     | 1         | 2        |
      | performance    | implementation | 99        | 4        |
      | ui-ux          | integrated     | 50        | 3        |
      | infrastructure | archived       | 50        | 3        |
      | other          | discovery      | 50        | 3        |

  @EXP-033 @normal @integration @requires.database
  Scenario: A technology moves on, and nothing else about it changes
    Given Priya has the technology "Sonar"
    When Priya adds the technology "Radar"
      | domain |
      | ai-ml  |
    And she changes the technology "Radar"
      | status     | priority |
      | evaluation | 1        |
    Then the technology reads exactly
      | title | domain | status     | relevance_score | priority |
      | Radar | ai-ml  | evaluation | 50              | 1        |

  @EXP-033 @critical @contract @requires.database
  Scenario Outline: What lies outside is refused, on adding and on changing
    Given Priya has the technology "Sonar"
    When Priya tries to add the technology "Radar"
      | <field> |
      | <value> |
    Then she is refused as incomplete, since <field> is <fault>
    When she tries to change the technology "Sonar"
      | <field> |
      | <value> |
    Then she is refused as incomplete, since <field> is <fault>
    And nothing about the technology has changed
    And Priya finds the technologies "Sonar"

    Examples: no word of it, and the first number beyond each end
      | field           | value    | fault        |
      | domain          | robotics | not allowed  |
      | status          | adopted  | not allowed  |
      | relevance_score | -1       | out of range |
      | relevance_score | 101      | out of range |
      | priority        | 0        | out of range |
      | priority        | 6        | out of range |

  @EXP-033 @normal @integration @requires.database
  Scenario: A project has one technology of a title, in whatever case
    Given Priya has the technology "Sonar"
    When Priya tries to add the technology "SONAR"
    Then she is refused as already used
    When she adds the project "Cranes"
    And she tries to add the technology "SONAR"
    Then she succeeds

  @EXP-034 @critical @integration @requires.database
  Scenario: Technologies are listed by domain and stage
    Given Priya has the technology "Sonar"
      | domain | status   |
      | ai-ml  | research |
    And Priya has the technology "Radar"
      | domain | status   |
      | ai-ml  | archived |
    And Priya has the technology "Lamps"
      | domain | status   |
      | other  | research |
    Then asking Priya's list of technologies gives, newest first
      | asked for                     | found               |
      | domain ai-ml                  | Radar, Sonar        |
      | status research               | Lamps, Sonar        |
      | domain ai-ml, status research | Sonar               |
      | domain performance            |                     |
    And Priya finds each of the 3 technologies once, in pages of 2
    When Priya tries to find the technologies with domain "robotics"
    Then she is refused as incomplete, since domain is not allowed
