@jobs
Feature: Making and finding jobs
  Long work on a project is a job. Whoever runs jobs makes it with all that has to be known of it, and
  everybody who may read jobs finds it.

  Background:
    Given Priya runs missions at Acme
    And Priya has the project "Lamps of the harbour"

  @JOB-001 @blocker @integration @requires.database
  Scenario: A new job is pending and holds everything that was given
    Given Priya has the repository "quay"
    When Priya makes the job "Night run" of an outside runner
      | parameters                                    | tags                             | timeout_seconds |
      | {"depth": [1, 2.5, null], "où": {"東": true}} | {"team": "nord", "night": "Œuvre"} | 7200          |
    Then the job was made by Priya just as asked for, and nobody has begun it
    And Priya finds the job "Night run" and no other

  @JOB-001 @JOB-018 @SUI-023 @critical @integration @requires.database
  Scenario: A job that says nothing of it is the platform's, and may take ten minutes
    When Priya makes the job "Night run"
    Then the job was made by Priya just as asked for, and nobody has begun it
    And the job reads
      | runner   | timeout_seconds |
      | platform | 600             |
    And PostgreSQL holds the job as it is answered

  @JOB-030 @critical @contract @requires.database
  Scenario: Of an unknown type no job is made, and those that there are are named
    When Priya tries to make the job "Night run"
      | job_type | parameters |
      | walk     | {}         |
    Then she is refused, since jobs are of the types "analysis, export, batch_analysis, batch_export" alone
    And Priya finds no job

  @JOB-033 @critical @contract @requires.database
  Scenario: A type of 51 characters makes no job
    When Priya tries to make the job "Night run" of a type of 51 characters
    Then she is refused as incomplete, since job_type is not allowed
    And Priya finds no job

  @JOB-033 @critical @contract @requires.database
  Scenario Outline: What is no job is not made
    When Priya tries to make the job "Night run"
      | runner   | <field> |
      | external | <value> |
    Then she is refused as incomplete, since <place> is <fault>
    And Priya finds no job

    Examples: parameters, time and tags beyond their bounds
      | field           | value            | place           | fault             |
      | parameters      | [1]              | parameters      | of the wrong kind |
      | parameters      | gates            | parameters      | of the wrong kind |
      | timeout_seconds | 0                | timeout_seconds | out of range      |
      | timeout_seconds | 7201             | timeout_seconds | out of range      |
      | timeout_seconds | 1.5              | timeout_seconds | of the wrong kind |
      | tags            | ["night"]        | tags            | of the wrong kind |
      | tags            | {"team": 7}      | tags.team       | of the wrong kind |
      | runner          | somebody         | runner          | not allowed       |

  @JOB-033 @normal @contract @requires.database
  Scenario Outline: What the platform itself is to do it has to know
    When Priya tries to make the job "Night run"
      | job_type | parameters   |
      | <type>   | <parameters> |
    Then she is refused as incomplete, since <place> is <fault>
    And Priya finds no job

    Examples: each type
      | type           | parameters                                                                          | place                       | fault           |
      | analysis       | {}                                                                                  | parameters.repository_id    | required        |
      | analysis       | {"repository_id": "5f0c7d0e-0000-4000-8000-000000000000"}                           | parameters.repository_id    | not known       |
      | batch_analysis | {"repository_ids": []}                                                              | parameters.repository_ids   | too short       |
      | batch_analysis | {"repository_ids": ["5f0c7d0e-0000-4000-8000-000000000000"], "pause_ms": 5001}      | parameters.pause_ms         | out of range    |
      | export         | {"analysis_id": "5f0c7d0e-0000-4000-8000-000000000000", "format": "pdf"}            | parameters.format           | not allowed     |
      | export         | {"analysis_id": "5f0c7d0e-0000-4000-8000-000000000000", "format": "json", "csv_type": "gaps"} | parameters.csv_type | not allowed   |
      | batch_export   | {"analysis_ids": ["5f0c7d0e-0000-4000-8000-000000000000"], "format": "json"}        | parameters.analysis_ids.0   | not known       |

  @JOB-032 @critical @security @requires.database
  Scenario: A job of an unknown project is not made, be the project nobody's or another tenant's
    Given Gleb runs missions at Globex
    When Priya tries to make the job "Night run"
      | runner   | project_id                           |
      | external | 5f0c7d0e-0000-4000-8000-000000000000 |
    Then she is refused as incomplete, since project_id is not known
    When Gleb tries to make the job "Night run" in the project of Priya
    Then he is refused as incomplete, since project_id is not known
    And Priya finds no job
    And Gleb finds no job

  @JOB-040 @critical @security @requires.database
  Scenario: Nobody makes a job in somebody else's name
    Given Olaf is an operator at Acme
    When Priya tries to make the job "Night run" in the name of Olaf
    Then she is refused as incomplete, since created_by is no field of it
    And Priya finds no job
    When Olaf makes the job "Night run"
    Then the job was made by Olaf just as asked for, and nobody has begun it

  @JOB-012 @critical @integration @requires.database
  Scenario: Jobs are found by project, state, type and tag together
    Given Priya has the job "Old run", which is completed
      | tags              |
      | {"team": "north"} |
    And Priya has the job "Night run", which is running
      | tags                            |
      | {"team": "north", "a:b": "c:d"} |
    And Priya has the project "Gates of the harbour"
    And Priya has the job "Day run", which is pending
      | tags              | job_type |
      | {"team": "south"} | export   |
    And Priya has the job "Evening run", which is running
    Then Priya is answered as follows on asking for jobs
      | asked for                                                     | found                                    |
      |                                                               | Evening run, Day run, Night run, Old run |
      | project Lamps of the harbour                                  | Night run, Old run                       |
      | status running                                                | Evening run, Night run                   |
      | status pending,completed                                      | Day run, Old run                         |
      | job_type export                                               | Day run                                  |
      | tag team:north                                                | Night run, Old run                       |
      | tag team:nor                                                  |                                          |
      | tag a:b:c:d                                                   | Night run                                |
      | tag team:north, status running, project Lamps of the harbour  | Night run                                |
      | tag team:north, project Gates of the harbour                  |                                          |

  @JOB-012 @normal @contract @requires.database
  Scenario Outline: A filter that cannot be is refused, and not ignored
    Given Priya has the job "Night run", which is running
    When Priya tries to find the jobs of <filter> "<value>"
    Then she is refused as incomplete, since <filter> is <fault>

    Examples:
      | filter   | value | fault          |
      | status   | done  | not allowed    |
      | job_type | walk  | not allowed    |
      | tag      | team  | malformed      |
      | colour   | blue  | no field of it |

  @JOB-013 @critical @integration @requires.database
  Scenario: A list in pages of ten shows each of 15 jobs once, the newest first
    Given Priya has 15 jobs, made one after another
    Then in pages of 10 Priya finds each of the 15 jobs once, the newest first

  @JOB-029 @JOB-009 @critical @integration @requires.database
  Scenario: What is active and what the numbers are is no job
    Given Priya has the job "Night run", which is running
    Then Priya finds the job "Night run" active, and no other
    And the numbers of jobs are for Priya
      | total | active_jobs |
      | 1     | 1           |

  @JOB-009 @critical @integration @requires.database
  Scenario: Active is what is still to be done or being done, and nothing else
    Given Priya has the job "First run", which is pending
    And Priya has the job "Second run", which is running
    And Priya has the job "Third run", which is running
    And Priya has the job "Fourth run", which is running
    Then Priya finds the jobs "Fourth run, Third run, Second run, First run" active, and no other
    When Priya's runner reports of the job "Fourth run"
      | status    | result |
      | completed | {}     |
    Then Priya finds the jobs "Third run, Second run, First run" active, and no other
    When Priya's runner reports of the job "Third run"
      | status | error                                    |
      | failed | {"code": "dark", "message": "No light."} |
    And Priya cancels the job "Second run"
    Then Priya finds the job "First run" active, and no other
