@exports
Feature: Analyses
  An analysis says what was found in a project at one moment. It may be made elsewhere and imported;
  how each dependency stands the platform says itself.

  Background:
    Given Priya runs missions at Acme
    And Priya has the project "Lights"
      | owner |
      | docks |

  @EXP-035 @critical @integration @requires.database
  Scenario: A complete analysis is read back as it was imported
    When Priya imports a complete analysis
    Then the analysis reads as it was sent
    And the analysis names its project "/docks/Lights"

  @EXP-035 @normal @integration @requires.database
  Scenario Outline: An analysis comes back as it was sent, be it empty or hostile
    When Priya imports an <kind> analysis
    Then the analysis reads as it was sent

    Examples: nothing, and what would be code elsewhere
      | kind    |
      | empty   |
      | hostile |

  @EXP-035 @normal @integration @requires.database
  Scenario: What a scenario does not say of an analysis is valid
    When Priya imports an analysis with these dependencies
      | name  | severity |
      | rich  | critical |
      | attrs |          |
    Then the analysis reads as it was sent

  @EXP-023 @critical @contract @requires.database
  Scenario: How a dependency stands follows from its versions
    When Priya imports an analysis with these dependencies
      | name      | current_version | latest_version |
      | django    | "1.9"           | "1.10"         |
      | celery    | "1.10"          | "1.9"          |
      | rich      | "2.0"           | "2.0.0"        |
      | attrs     | "13.7"          | null           |
      | httpx     | null            | "1.0"          |
      | redis     | null            | null           |
      | fastapi   | 2.0.0rc1        | 2.0.0          |
    Then its dependencies stand so
      | name    | status   |
      | django  | Outdated |
      | celery  | Current  |
      | rich    | Current  |
      | attrs   | Unknown  |
      | httpx   | Missing  |
      | redis   | Missing  |
      | fastapi | Outdated |

  @EXP-042 @critical @contract @requires.database
  Scenario Outline: An analysis that is not whole is refused, and nothing of it is kept
    When Priya tries to import an analysis with <what>
    Then she is refused as incomplete, since <place> is <fault>
    And Priya finds no analysis

    Examples: nameless, of the wrong kind, not one's own to say
      | what                               | place                              | fault             |
      | a nameless dependency              | dependencies.1.name                | required          |
      | a dependency with an empty name    | dependencies.0.name                | too short         |
      | a titleless gap                    | research_gaps.2.title              | required          |
      | a nameless technology              | detected_technologies.0.name       | required          |
      | a text in place of a dependency    | dependencies.1                     | of the wrong kind |
      | a text in place of the metrics     | code_metrics                       | of the wrong kind |
      | a dependency with a status         | dependencies.0.status              | no field of it    |
      | a dependency of another severity   | dependencies.0.severity            | not allowed       |
      | a confidence of 101                | detected_technologies.0.confidence | out of range      |
      | a gap of priority 6                | research_gaps.0.priority           | out of range      |

    Examples: more than an analysis holds
      | what              | place                 | fault    |
      | 1001 technologies | detected_technologies | too long |
      | 5001 dependencies | dependencies          | too long |
      | 1001 gaps         | research_gaps         | too long |

  @EXP-042 @normal @integration @requires.database
  Scenario: An analysis is of a repository of its own project, or of none
    Given Priya has the repository "lamps"
    And Priya has an analysis of the repository
    And Priya has an empty analysis "of none"
    Then Priya finds exactly the analysis "analysis 1" among those of the repository
    When Priya adds the project "Cranes"
    And she tries to import an analysis of the repository
    Then she is refused as incomplete, since repository_id is not known

  @EXP-035 @normal @integration @requires.database
  Scenario: An analysis keeps the name that its project had
    Given Priya has an empty analysis
    When Priya changes the project
      | name  |
      | Gates |
    Then the analysis names its project "/docks/Lights"
    When Priya imports an empty analysis
    Then the analysis names its project "/docks/Gates"
