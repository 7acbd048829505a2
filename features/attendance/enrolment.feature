@attendance
Feature: Letting the face be known
  Whoever agrees to it has the own face enrolled by three photos. Who withdraws the consent is
  forgotten, also by the face service.

  Background:
    Given Ravi works at Acme

  @ATT-021 @blocker @e2e @requires.database @requires.face
  Scenario Outline: Three photos that are just good enough
    Given the face service finds the photos of Ravi <quality> good
    When Ravi tries to have his face enrolled by <photos>
    Then he succeeds
    And the face of Ravi is enrolled with a quality of <quality>

    Examples: the least quality and size, and the most weight
      | photos                                          | quality |
      | 3 photos of 480 by 480 pixels                   | 0.75    |
      | 3 photos of 1280 by 960 pixels                  | 0.98    |
      | 3 drawings of 480 by 640 pixels                 | 0.90    |
      | 3 photos of 480 by 480 pixels, the last of 5 MB | 0.90    |

  @ATT-021 @critical @contract @requires.database @requires.face
  Scenario Outline: Photos that are too few, too many, too small or too large
    When Ravi tries to have his face enrolled by <photos>
    Then he is refused as incomplete, since <field> is <fault>
    And the face of Ravi is not enrolled
    And the face service was asked nothing about Ravi

    Examples: each alone
      | photos                                                     | field    | fault        |
      | 0 photos of 480 by 480 pixels                              | photos   | too short    |
      | 2 photos of 480 by 480 pixels                              | photos   | too short    |
      | 4 photos of 480 by 480 pixels                              | photos   | too long     |
      | 3 photos of 480 by 480 pixels, the last 479 wide           | photos.2 | out of range |
      | 3 photos of 480 by 480 pixels, the last 479 high           | photos.2 | out of range |
      | 3 photos of 480 by 480 pixels, the last of 5 MB and a byte | photos.2 | too long     |
      | 3 photos of 480 by 480 pixels, the last a moving picture   | photos.2 | malformed    |

  @ATT-021 @critical @security @requires.database @requires.face @requires.queue
  Scenario: What the service does not find good enough is not kept, neither here nor there
    Given the face service finds the photos of Ravi 0.74 good
    When Ravi tries to have his face enrolled by 3 photos of 480 by 480 pixels
    Then he is refused as incomplete, since photos is not right
    And the face of Ravi is not enrolled
    And the face service is told to forget Ravi

  @ATT-022 @blocker @security @requires.database @requires.face
  Scenario Outline: Without consent no face is enrolled
    Given Ravi, a worker at Acme, lets <what> be looked at
    When Ravi tries to have his face enrolled by 3 photos of 480 by 480 pixels
    Then he is refused for want of consent
    And the face of Ravi is not enrolled
    And the face service was asked nothing about Ravi

    Examples: it takes both
      | what                   |
      | neither place nor face |
      | only the place         |
      | only the face          |

  @ATT-022 @blocker @security @requires.database @requires.face @requires.queue
  Scenario: Who withdraws the consent is forgotten by the face service
    Given Ravi has had his face enrolled
    When Ravi lets only the place be looked at from now on
    Then the face of Ravi is not enrolled
    And the face service is told to forget Ravi

  @ATT-022 @critical @security @requires.database @requires.face @requires.queue
  Scenario: A face is forgotten also where the service is busy when the consent is withdrawn
    Given Ravi has had his face enrolled
    And the face service answers 1 time that it is busy
    When Ravi lets neither place nor face be looked at from now on
    Then the face of Ravi is not enrolled
    And the face service is told to forget Ravi

  @ATT-022 @normal @security @requires.database @requires.face @requires.queue
  Scenario: Who does not want to be known any more is forgotten
    Given Ravi has had his face enrolled
    When Ravi takes his face back
    Then the face of Ravi is not enrolled
    And the face service is told to forget Ravi
