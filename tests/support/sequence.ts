import { buildCurriculum, type CurriculumData } from '../../src/core/curriculum/curriculum.ts';

/** Two phases, three steps and five topics, with titles that are hard to show and to find. */
export const sequenceData: CurriculumData = {
  ...{ id: 'sequence', title: 'From *start* to finish', version: '1.2.3', about: 'For tests.' },
  phases: [
    {
      ...{ id: 'beginner', title: 'Beginner', focus: 'The [ground] floor.', why: 'Why.' },
      steps: [
        {
          ...{ id: 'programming', title: 'Programming: the basics', why: 'Why.', buildsOn: [] },
          buildsOnHow: 'Nothing.',
          topics: [
            { id: 'python-core', title: 'Python core: names, lists', hours: 0.1, requires: [] },
            { id: 'git-snapshots', title: 'Git snapshots', hours: 0.2, requires: [] },
          ],
        },
        {
          ...{ id: 'data', title: 'Data', why: 'Why.', buildsOn: ['programming'] },
          topics: [
            { id: 'pandas', title: 'Python tables with `pandas`', hours: 2.5, requires: [0] },
          ],
        },
      ],
    },
    {
      ...{ id: 'advanced', title: 'Advanced', focus: 'The roof.', why: 'Why.' },
      steps: [
        {
          ...{ id: 'delivery', title: 'Delivery', why: 'Why.', buildsOn: ['programming', 'data'] },
          topics: [
            { id: 'cicd', title: 'CI/CD for models', hours: 3, requires: [1, 2] },
            { id: 'github-actions', title: 'GitHub Actions', hours: 4, requires: [3] },
          ],
        },
      ],
    },
  ],
  ...{ renamed: { git: ['git-snapshots'] }, retired: ['svn'] },
};

export const sequence = buildCurriculum(sequenceData);
