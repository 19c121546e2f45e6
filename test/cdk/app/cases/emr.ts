import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { task } from '../case.ts';

const CLUSTER = 'j-1K48XXXXXXHCB';

/** EMR and EMR on EKS. */
export const EMR = [
  task(tasks.EmrCreateCluster, (stack) => {
    const clusterRole = new iam.Role(stack, 'ClusterRole', {
      assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
    });
    const serviceRole = new iam.Role(stack, 'ServiceRole', {
      assumedBy: new iam.ServicePrincipal('elasticmapreduce.amazonaws.com'),
    });
    const autoScalingRole = new iam.Role(stack, 'ScalingRole', {
      assumedBy: new iam.ServicePrincipal('elasticmapreduce.amazonaws.com'),
    });
    const profile = new iam.CfnInstanceProfile(stack, 'Profile', {
      roles: [clusterRole.roleName],
      instanceProfileName: clusterRole.roleName,
    });
    profile.node.addDependency(clusterRole);
    return {
      'roles of its own': () => ({ instances: {}, name: 'nightly', releaseLabel: 'emr-7.5.0' }),
      'roles of the stack': () => ({ instances: {}, name: 'nightly', clusterRole, serviceRole, autoScalingRole }),
      tags: () => ({ instances: {}, name: 'nightly', clusterRole, serviceRole, tags: { team: 'data' } }),
    };
  }),
  task(tasks.EmrTerminateCluster, () => ({
    'a cluster': () => ({ clusterId: CLUSTER }),
    'a cluster from the input': ({ fromInput }) => ({ clusterId: fromInput('cluster') }),
  })),
  task(tasks.EmrSetClusterTerminationProtection, () => ({
    'a cluster': () => ({ clusterId: CLUSTER, terminationProtected: false }),
  })),
  task(tasks.EmrAddStep, (stack) => {
    const role = new iam.Role(stack, 'StepRole', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
    return {
      'a step': () => ({ clusterId: CLUSTER, name: 'count', jar: 'command-runner.jar' }),
      'a step with a role': () => ({
        clusterId: CLUSTER,
        name: 'count',
        jar: 'command-runner.jar',
        executionRoleArn: role.roleArn,
      }),
      'a cluster from the input': ({ fromInput }) => ({
        clusterId: fromInput('cluster'),
        name: 'count',
        jar: 'command-runner.jar',
      }),
    };
  }),
  task(tasks.EmrCancelStep, () => ({ 'a step': () => ({ clusterId: CLUSTER, stepId: 's-1K48XXXXXXHCB' }) })),
  task(tasks.EmrModifyInstanceFleetByName, () => ({
    'a fleet': () => ({
      clusterId: CLUSTER,
      instanceFleetName: 'workers',
      targetOnDemandCapacity: 2,
      targetSpotCapacity: 0,
    }),
  })),
  task(tasks.EmrModifyInstanceGroupByName, () => ({
    'a group': () => ({ clusterId: CLUSTER, instanceGroupName: 'workers', instanceGroup: { instanceCount: 2 } }),
  })),
  task(tasks.EmrContainersCreateVirtualCluster, (stack) => {
    const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'main' });
    return {
      'a cluster': () => ({ eksCluster: tasks.EksClusterInput.fromCluster(cluster), virtualClusterName: 'spark' }),
      tags: () => ({
        eksCluster: tasks.EksClusterInput.fromCluster(cluster),
        virtualClusterName: 'spark',
        tags: { team: 'data' },
      }),
      'a cluster from the input': ({ fromInput }) => ({
        eksCluster: tasks.EksClusterInput.fromTaskInput(TaskInput.fromText(fromInput('cluster'))),
      }),
    };
  }),
  task(tasks.EmrContainersDeleteVirtualCluster, () => ({
    'a cluster': () => ({ virtualClusterId: TaskInput.fromText('0a1b2c3d4e5f6g7h8i9j0k1l2') }),
    'a cluster from the input': ({ fromInput }) => ({ virtualClusterId: TaskInput.fromText(fromInput('id')) }),
  })),
  task(tasks.EmrContainersStartJobRun, (stack) => {
    const executionRole = new iam.Role(stack, 'JobRole', {
      assumedBy: new iam.ServicePrincipal('emr-containers.amazonaws.com'),
    });
    const job = {
      virtualCluster: tasks.VirtualClusterInput.fromVirtualClusterId('0a1b2c3d4e5f6g7h8i9j0k1l2'),
      releaseLabel: tasks.ReleaseLabel.EMR_6_2_0,
      jobDriver: { sparkSubmitJobDriver: { entryPoint: TaskInput.fromText('local:///usr/lib/spark/pi.py') } },
      executionRole,
    };
    const logGroup = new logs.LogGroup(stack, 'LogGroup');
    const logBucket = new s3.Bucket(stack, 'LogBucket');
    return {
      'a job': () => ({ ...job, jobName: 'pi' }),
      'a job with logs': () => ({ ...job, jobName: 'pi', monitoring: { logGroup, logBucket } }),
      'a job with tags': () => ({ ...job, jobName: 'pi', tags: { team: 'data' } }),
      'a cluster from the input': ({ fromInput }) => ({
        ...job,
        virtualCluster: tasks.VirtualClusterInput.fromTaskInput(TaskInput.fromText(fromInput('id'))),
      }),
    };
  }),
];
