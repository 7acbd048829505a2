@jobs
Feature: Jobs as they go on
  Whoever watches a job sees how it stands, and then each change once and in order.

  Background:
    Given Priya runs missions at Acme

  @RT-011 @RT-004 @partly.RT-001 @blocker @e2e @requires.database @requires.queue
  Scenario: Who watches a job sees it being done from its beginning to its end
    Given Priya has the job "Night run"
    When Priya watches the job
    Then Priya is shown the job first, at
      | status  | progress | current_step |
      | pending | 0        | null         |
    When Priya dispatches the job
    Then the job becomes completed
    And Priya sees of the job exactly these changes, in this order
      | what       | status    | progress | step      |
      | dispatched | pending   | 0        |           |
      | progress   | running   | 0        | Starting  |
      | progress   | running   | 10       | Loading   |
      | progress   | running   | 50       | Analysing |
      | progress   | running   | 80       | Writing   |
      | progress   | running   | 100      | Done      |
      | completed  | completed | 100      |           |
    And the end of the job that Priya saw is what can be read of it
    And Priya watches the job no longer, since it is final

  @RT-003 @RT-006 @RT-007 @critical @integration @alone @requires.database @requires.queue
  Scenario: Everybody who watches a job sees its changes, and nobody who watches another
    Given Vera is a viewer at Acme
    And Olaf is an operator at Acme
    And Priya has the job "Day run", which is running
    And Priya has the job "Night run" of an outside runner
    And Priya watches the job "Night run"
    And Vera watches the job "Night run"
    And Olaf watches the job "Day run"
    When Priya's runner reports of the job "Night run"
      | status  | progress |
      | running | 50       |
    And Priya's runner reports of the job
      | progress |
      | 75       |
    Then within 1 second Priya and Vera each see of the job exactly these changes, in this order
      | what     | status  | progress |
      | progress | running | 50       |
      | progress | running | 75       |
    And Olaf sees no change of the job "Day run"

  @RT-004 @RT-010 @critical @integration @requires.database @requires.queue
  Scenario: The end of a job tells its result, however nested
    Given Priya has the job "Night run", which is running
    And Priya watches the job
    When Priya's runner reports of the job
      | status    | result                                                       |
      | completed | {"lamps": [1, {"où": null}], "東": 2.5, "lit": true, "": []} |
    Then Priya sees of the job exactly these changes, in this order
      | what      | status    | progress |
      | completed | completed | 100      |
    And the end of the job that Priya saw is what can be read of it
    And Priya watches the job no longer, since it is final

  @RT-005 @critical @integration @requires.database @requires.queue
  Scenario: A failure tells its code and its words
    Given Priya has the job "Night run", which is running
    And Priya watches the job
    When Priya's runner reports of the job
      | status | error                                              |
      | failed | {"code": "dark", "message": "The lamps went out."} |
    Then Priya sees of the job exactly these changes, in this order
      | what   | status | progress |
      | failed | failed | 50       |
    And the end of the job that Priya saw is what can be read of it
    And Priya watches the job no longer, since it is final

  @RT-012 @critical @integration @requires.database @requires.queue
  Scenario: After a job was cancelled nothing more is seen of it
    Given Priya has the job "Long run", which takes its time
    And Priya watches the job
    When Priya cancels the job
    Then Priya sees of the job exactly these changes, in this order
      | what      | status    | progress |
      | cancelled | cancelled | 33       |
    And Priya watches the job no longer, since it is final

  @RT-013 @critical @integration @requires.database @requires.queue
  Scenario: Who comes when a job has ended sees how it ended, and can go on to another
    Given Priya has the job "Old run", which is failed
    And Priya has the job "Night run", which is running
    When Priya watches the job "Old run"
    Then Priya is shown the job "Old run" first, at
      | status | progress | error                                                |
      | failed | 50       | {"code": "no_light", "message": "The lamps are out."} |
    And Priya watches the job "Old run" no longer, since it is final
    When Priya watches the job "Night run"
    And Priya's runner reports of the job
      | progress |
      | 60       |
    Then Priya sees of the job exactly these changes, in this order
      | what     | status  | progress |
      | progress | running | 60       |

  @RT-014 @critical @integration @requires.database @requires.queue
  Scenario: Who watches a job that is deleted is told so, and stays connected
    Given Priya has the job "Night run" of an outside runner
    And Priya has the job "Day run", which is running
    And Priya watches the job "Night run"
    And Priya watches the job "Day run"
    When Priya deletes the job "Night run"
    Then Priya sees of the job "Night run" exactly these changes, in this order
      | what    | status  | progress |
      | deleted | pending | 0        |
    And Priya watches the job no longer, since it is deleted
    When Priya's runner reports of the job "Day run"
      | progress |
      | 60       |
    Then Priya sees of the job "Day run" exactly these changes, in this order
      | what     | status  | progress |
      | progress | running | 60       |

  @RT-028 @critical @security @requires.database
  Scenario: A job of another tenant, or of nobody, cannot be watched
    Given Priya has the job "Night run", which is running
    And Gleb runs missions at Globex
    When Gleb tries to watch the job
    Then he is turned away and disconnected, exactly as from a job that nobody has
    When Priya tries to watch a job that nobody has
    Then she is turned away and disconnected, exactly as from a job that nobody has

  @RT-043 @critical @integration @requires.database @requires.queue
  Scenario: Whoever comes back after a broken connection sees the end that was missed
    Given Priya has the job "Night run", which is running
    And Priya watches the job
    When Priya's connection breaks
    And Priya's runner reports of the job
      | status    | result       |
      | completed | {"lamps": 3} |
    And Priya watches the job
    Then Priya is shown the job first, at
      | status    | progress | result       |
      | completed | 100      | {"lamps": 3} |
    And Priya watches the job no longer, since it is final

  @RT-043 @normal @integration @requires.database @requires.queue
  Scenario: Whoever comes back after a broken connection sees how a job stands, and each later change once
    Given Priya has the job "Night run", which is running
    And Priya watches the job
    When Priya's connection breaks
    And Priya's runner reports of the job
      | progress |
      | 60       |
    And Priya watches the job
    Then Priya is shown the job first, at
      | status  | progress |
      | running | 60       |
    When Priya's runner reports of the job
      | progress |
      | 70       |
    Then Priya sees of the job exactly these changes, in this order
      | what     | status  | progress |
      | progress | running | 70       |

  @RT-049 @critical @performance @alone @requires.database @requires.queue
  Scenario: Fifty changes in quick succession are fifty frames, in order
    Given Priya has the job "Night run" of an outside runner
    And Priya's runner has reported of the job
      | status  |
      | running |
    And Priya watches the job
    When Priya's runner reports of the job 50 times, each time 1 percent more
    Then within 1 second Priya sees 50 changes of the job, from 1 to 50 percent in this order

  @RT-003 @critical @integration @requires.database @requires.queue
  Scenario: Who watches the tenant sees the changes of its jobs, if jobs may be seen
    Given Priya watches what is Acme's
    And Wim, a worker at Acme, watches the tenant
    And Priya has the job "Night run" of an outside runner
    When Priya's runner reports of the job
      | status  | progress | current_step |
      | running | 50       | Half of it   |
    And Priya cancels the job
    And Priya deletes the job
    Then Priya sees of the job at Acme exactly these changes, in this order
      | what      | status    | progress | step       |
      | progress  | running   | 50       | Half of it |
      | cancelled | cancelled | 50       |            |
      | deleted   | cancelled | 50       |            |
    And Wim sees no change of the job at Acme
