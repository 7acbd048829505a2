@attendance
Feature: The face shows who comes
  Where a photo of the face is sent, the face service says whether it shows the person. Only what it
  says for sure is believed, and without its answer nobody checks in with a photo.

  Background:
    Given Acme has the gate "North Gate", where a photo of the face is needed
    And Ravi works at Acme

  @ATT-002 @blocker @integration @requires.database @requires.face
  Scenario: Who is recognised is let in, with the figures on the record
    Given the face service finds Ravi's photo at a distance of 0.20, 0.90 alive and 0.95 certain
    When Ravi checks in at "North Gate" with a photo
    Then Ravi is in at "North Gate", and that waits for a reviewer
    And Ravi's record says that it is Ravi, with a distance of 0.20, 0.90 alive and 0.95 certain
    And the face service was asked once about Ravi

  @ATT-019 @blocker @security @requires.database @requires.face
  Scenario: What is just enough to be recognised is enough
    Given the face service finds Ravi's photo at a distance of 0.30, 0.50 alive and 0.70 certain
    When Ravi checks in at "North Gate" with a photo
    Then Ravi's record says that it is Ravi, with a distance of 0.30, 0.50 alive and 0.70 certain
    And no alert is raised at Acme

  @ATT-019 @blocker @security @requires.database @requires.face
  Scenario Outline: What is just not enough to be recognised is refused
    Given the face service finds Ravi's photo at a distance of <distance>, <alive> alive and <certain> certain
    When Ravi tries to check in at "North Gate" with a photo
    Then he is refused since the face is <faults>
    And nothing is on record of Ravi

    Examples: each figure alone, and all
      | distance | alive | certain | faults                                    |
      | 0.31     | 0.50  | 0.70    | no match                                  |
      | 0.30     | 0.49  | 0.70    | not alive                                 |
      | 0.30     | 0.50  | 0.69    | not clear enough                          |
      | 0.31     | 0.49  | 0.69    | no match, not alive and not clear enough  |

  @ATT-020 @blocker @security @requires.database @requires.face @requires.mail
  Scenario: A photo of a photo is refused, and alerts the supervisors
    Given Vera is a supervisor at Acme
    And the face service finds Ravi's photo at a distance of 0.20, 0.30 alive and 0.40 certain
    When Ravi tries to check in at "North Gate" with a photo
    Then he is refused since the face is not alive and not clear enough
    And nothing is on record of Ravi
    And a high alert is raised of Ravi, without a record: another's face
    And Vera is notified of "Fraud alert: biometric mismatch"
    And Vera is sent one mail, "Fraud alert: biometric mismatch"

  @ATT-020 @critical @security @requires.database @requires.face
  Scenario Outline: From where on a photo is taken for a trick
    Given the face service finds Ravi's photo at a distance of 0.20, <alive> alive and <certain> certain
    When Ravi tries to check in at "North Gate" with a photo
    Then he is refused since the face is <faults>
    And a high alert is raised of Ravi, without a record: another's face

    Examples: less than half of either
      | alive | certain | faults           |
      | 0.49  | 0.95    | not alive        |
      | 0.90  | 0.49    | not clear enough |

  @ATT-020 @critical @security @requires.database @requires.face
  Scenario Outline: A face that is another's, or not clear, is no trick
    Given the face service finds Ravi's photo at a distance of <distance>, 0.50 alive and <certain> certain
    When Ravi tries to check in at "North Gate" with a photo
    Then he is refused since the face is <faults>
    And no alert is raised at Acme

    Examples: half of either
      | distance | certain | faults           |
      | 0.90     | 0.95    | no match         |
      | 0.20     | 0.50    | not clear enough |

  @ATT-023 @blocker @contract @requires.database @requires.face
  Scenario: Where a photo is needed nobody is let in without
    Given the face service knows Ravi
    When Ravi tries to check in at "North Gate"
    Then he is refused as incomplete, since face_photo is required
    And nothing is on record of Ravi
    And the face service was not asked about Ravi

  @ATT-023 @critical @contract @requires.database @requires.face
  Scenario: Where no photo is needed nobody has to send one
    Given Acme has the gate "South Gate"
    When Ravi checks in at "South Gate"
    Then Ravi is in at "South Gate", and that waits for a reviewer
    And the face service was not asked about Ravi

  @ATT-023 @critical @security @requires.database @requires.face
  Scenario: Where no photo is needed one that is sent is looked at all the same
    Given Acme has the gate "South Gate"
    And the face service finds Ravi's photo at a distance of 0.31, 0.90 alive and 0.95 certain
    When Ravi tries to check in at "South Gate" with a photo
    Then he is refused since the face is no match
    And nothing is on record of Ravi

  @ATT-022 @critical @integration @requires.database @requires.face
  Scenario: Whose face is not enrolled is told so
    When Ravi tries to check in at "North Gate" with a photo
    Then he is refused as incomplete, since face_photo is not right
    And nothing is on record of Ravi

  @ATT-022 @critical @security @requires.database @requires.face
  Scenario: Without consent nobody's face is looked at
    Given the face service knows Ravi
    When Ravi lets only the place be looked at from now on
    And Ravi tries to check in at "North Gate" with a photo
    Then he is refused for want of consent
    And the face service was not asked about Ravi

  @partly.ATT-012 @critical @security @requires.database @requires.face
  Scenario: Who is not at the site is told of that, and the face is not looked at
    Given Acme has the gate "Far Gate", 5 km north of "North Gate"
    And the face service finds Ravi's photo at a distance of 0.90, 0.10 alive and 0.10 certain
    When Ravi tries to check in 500 metres north of "North Gate" with a photo
    Then he is refused as outside the fence
    And the face service was not asked about Ravi
    And no alert is raised at Acme

  @partly.ATT-012 @critical @security @requires.database @requires.face @requires.clock
  Scenario: Whose face is another's is told of that, whatever else looks like fraud
    Given Mina works at Acme
    And Mina is in at "North Gate" with the device "shared-phone" and a photo
    And the face service finds Ravi's photo at a distance of 0.90, 0.90 alive and 0.90 certain
    When Ravi tries to check in at "North Gate" with the device "shared-phone" and a photo
    Then he is refused since the face is no match
    And no alert is raised at Acme

  @ATT-023 @normal @contract @requires.database @requires.face
  Scenario Outline: What is no photo is refused
    Given the face service knows Ravi
    When Ravi tries to check in at "North Gate" with <what> for a photo
    Then he is refused as incomplete, since face_photo.data is <fault>
    And nothing is on record of Ravi
    And the face service was not asked about Ravi

    Examples: of another kind, or too large
      | what                                     | fault     |
      | a text                                   | malformed |
      | a moving picture                         | malformed |
      | a moving picture that says to be a photo | malformed |
      | a photo of 5 MB and a byte               | too long  |

  @ATT-023 @normal @contract @requires.database @requires.face
  Scenario Outline: What is a photo is taken
    Given the face service knows Ravi
    When Ravi tries to check in at "North Gate" with <what> for a photo
    Then he succeeds

    Examples: the largest, and the other kind
      | what            |
      | a photo of 5 MB |
      | a drawing       |

  @ATT-041 @blocker @chaos @requires.database @requires.face
  Scenario Outline: While the face service is in trouble nobody checks in with a photo
    Given the face service knows Ravi
    And the face service <trouble>
    When Ravi tries to check in at "North Gate" with a photo
    Then he is refused since the face service is in trouble
    And nothing is on record of Ravi
    And no alert is raised at Acme

    Examples: whatever it answers
      | trouble                      |
      | is away                      |
      | answers that it is broken    |
      | answers that it is busy      |
      | sends somewhere else         |
      | answers what nobody understands |
      | answers something else       |

  @ATT-041 @critical @chaos @slow @requires.database @requires.face
  Scenario: Who waits for a silent face service is told within six seconds
    Given the face service knows Ravi
    And the face service takes its time to answer
    When Ravi tries to check in at "North Gate" with a photo, within 6 seconds
    Then he is refused since the face service is in trouble
    And nothing is on record of Ravi

  @ATT-041 @critical @chaos @requires.database @requires.face
  Scenario: A face service that is busy for a moment is asked again
    Given the face service knows Ravi
    And the face service answers 2 times that it is busy
    When Ravi checks in at "North Gate" with a photo
    Then Ravi is in at "North Gate", and that waits for a reviewer
    And the face service was tried three times, and each time by the same name

  @ATT-041 @critical @chaos @requires.database @requires.face
  Scenario: A face service that is broken is not asked again at once
    Given the face service knows Ravi
    And the face service answers that it is broken
    When Ravi tries to check in at "North Gate" with a photo
    Then he is refused since the face service is in trouble
    And the face service was left alone, after 1 question about Ravi

  @ATT-041 @blocker @chaos @requires.database @requires.face @requires.clock
  Scenario: A face service that keeps failing is left alone for half a minute
    Given the face service knows Ravi
    And the face service answers that it is broken
    And Ravi has tried 5 times to check in at "North Gate" with a photo, and found the face service in trouble
    When the face service is well again
    And Ravi tries to check in at "North Gate" with a photo
    Then he is refused since the face service is in trouble
    And the face service was left alone, after 5 questions about Ravi
    When 30 seconds pass
    And Ravi tries to check in at "North Gate" with a photo
    Then he succeeds

  @ATT-041 @critical @chaos @requires.database @requires.face
  Scenario: A face service that fails four times, and not a fifth, is asked on
    Given the face service knows Ravi
    And the face service answers that it is broken
    And Ravi has tried 4 times to check in at "North Gate" with a photo, and found the face service in trouble
    When the face service is well again
    And Ravi tries to check in at "North Gate" with a photo
    Then he succeeds

  @ATT-041 @critical @chaos @requires.database @requires.face @requires.clock
  Scenario: A face service that fails once more after half a minute is left alone again
    Given the face service knows Ravi
    And the face service answers that it is broken
    And Ravi has tried 5 times to check in at "North Gate" with a photo, and found the face service in trouble
    When 30 seconds pass
    And Ravi tries to check in at "North Gate" with a photo
    Then the face service was left alone, after 6 questions about Ravi
    When the face service is well again
    And Ravi tries to check in at "North Gate" with a photo
    Then he is refused since the face service is in trouble
    And the face service was left alone, after 6 questions about Ravi

  @ATT-041 @normal @chaos @requires.database @requires.face
  Scenario: Who needs no photo checks in while the face service is away
    Given Acme has the gate "South Gate"
    And the face service is away
    When Ravi checks in at "South Gate"
    Then Ravi is in at "South Gate", and that waits for a reviewer
